package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A second person refused a memo: it is never issued, and its part of the invoice is free. */
public record CreditMemoDiscarded(
        UUID creditMemoId,
        UUID invoiceId,
        UUID customerId,
        String legalEntityId,
        String currency,
        String reasonCode,
        String reason,
        Money totalAmount,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.creditmemo.discarded.v1";

    static CreditMemoDiscarded of(CreditMemo memo, Instant at) {
        return new CreditMemoDiscarded(
                memo.creditMemoId(),
                memo.invoiceId(),
                memo.customerId(),
                memo.legalEntityId(),
                memo.currency(),
                memo.why().reasonCode(),
                memo.why().reason(),
                memo.total(),
                memo.why().approvedBy(),
                at);
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
