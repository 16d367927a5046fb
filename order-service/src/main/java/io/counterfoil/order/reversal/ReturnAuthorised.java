package io.counterfoil.order.reversal;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.UUID;

/** Goods may come back: what was billed of them is credited next. */
public record ReturnAuthorised(
        UUID returnId,
        String returnNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        UUID invoiceId,
        String reason,
        String authorisedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.return.authorised.v1";

    static ReturnAuthorised of(Reversal reversal, Instant now) {
        return new ReturnAuthorised(
                reversal.reversalId(),
                reversal.reversalNumber(),
                reversal.orderId(),
                reversal.contractId(),
                reversal.customerId(),
                reversal.wanted().invoiceId(),
                reversal.wanted().reason(),
                reversal.decidedBy(),
                now);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return returnId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }
}
