package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The customer has credit that pays invoices. */
public record CreditGranted(
        UUID creditId,
        UUID customerId,
        String legalEntityId,
        String currency,
        CreditKind kind,
        Money amount,
        CreditOrigin origin,
        UUID sourceId,
        String sourceNumber,
        String reasonCode,
        String reason,
        LocalDate expiresOn,
        String requestedBy,
        String approver,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.credit.granted.v1";

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
