package io.counterfoil.ledger.account;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;

/**
 * An account as it stands from this version on.
 *
 * @param validFrom first posting date on which it may be posted to; null for ever before
 * @param validTo first posting date on which it may no longer be; null for ever after
 */
public record AccountPublished(
        String legalEntityId,
        String code,
        String name,
        AccountType accountType,
        Side normalSide,
        ControlKind controlKind,
        LocalDate validFrom,
        LocalDate validTo,
        long version)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.account.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId + "/" + code;
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
