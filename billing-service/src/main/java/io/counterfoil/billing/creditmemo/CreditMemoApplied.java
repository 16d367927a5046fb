package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Open credit of an issued memo was used later; what was settled at the issue is in creditmemo.issued. */
public record CreditMemoApplied(
        UUID creditMemoId,
        String creditMemoNumber,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID applicationId,
        Target target,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        Integer contractVersion,
        UUID creditId,
        UUID refundId,
        Money amount,
        Money openAmount,
        String memoState,
        Money invoiceOpenAmount,
        String invoiceState,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.creditmemo.applied.v1";

    /** What it is used for. */
    public enum Target {
        INVOICE,
        CUSTOMER_CREDIT,
        REFUND,
        EXTERNAL
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return creditMemoId.toString();
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
