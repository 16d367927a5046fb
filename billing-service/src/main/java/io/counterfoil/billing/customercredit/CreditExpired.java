package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What was left of a credit can not be used any more: its time is over, or it was withdrawn. */
public record CreditExpired(
        UUID creditId,
        UUID customerId,
        String legalEntityId,
        String currency,
        CreditKind kind,
        Money amount,
        Cause cause,
        CreditOrigin origin,
        String reasonCode,
        String reason,
        String approver,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.credit.expired.v1";

    /** Its time is over, or somebody withdrew it. */
    public enum Cause {
        EXPIRED,
        WITHDRAWN
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return creditId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
