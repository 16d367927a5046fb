package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A version of a posting rule holds: another person than the one who gave it has approved it. */
public record PostingRuleActivated(
        String ruleId,
        long version,
        String legalEntityId,
        Purpose purpose,
        LocalDate validFrom,
        LocalDate validTo,
        List<PostingRuleJson.Line> lines,
        String givenBy,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.posting-rule.activated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return ruleId;
    }

    @Override
    public String partitionKey() {
        return legalEntityId;
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
