package io.counterfoil.order.reversal;

import io.counterfoil.common.event.Fact;
import io.counterfoil.order.reversal.ReversalJson.Document;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Goods came back: credited, refunded where that was asked for, and in the general ledger. */
public record ReturnCompleted(
        UUID returnId,
        String returnNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        UUID invoiceId,
        List<Settled> documents,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.return.completed.v1";

    /** A credit memo or a refund. */
    public record Settled(UUID documentId, String type) {}

    static ReturnCompleted of(Reversal reversal, Instant now) {
        return new ReturnCompleted(
                reversal.reversalId(),
                reversal.reversalNumber(),
                reversal.orderId(),
                reversal.contractId(),
                reversal.customerId(),
                reversal.wanted().invoiceId(),
                reversal.documents().stream().map(ReturnCompleted::settled).toList(),
                now);
    }

    private static Settled settled(Document document) {
        return new Settled(document.documentId(), document.type());
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
