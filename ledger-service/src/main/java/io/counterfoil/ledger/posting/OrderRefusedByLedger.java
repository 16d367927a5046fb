package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.event.UnreadableEvent;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.Trouble;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A document of an order will not be posted, whatever is mended: two people gave it up.
 *
 * @param documentId the invoice, or the credit memo
 * @param takesBack whether it takes something of the order back, so that without it the order is what it was; else it bills the order
 */
public record OrderRefusedByLedger(
        UUID orderId,
        String orderNumber,
        UUID documentId,
        String documentNumber,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String reasonCode,
        String reason,
        String owner,
        String remedy,
        boolean takesBack)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.order.refused-by-ledger.v1";

    /** Of an event that bills an order or takes something of that back; empty for any other, or where it can't be read. */
    static Optional<OrderRefusedByLedger> of(Envelope event, Trouble trouble) {
        try {
            return Optional.of(event.dataAs(Document.class))
                    .filter(Document::isOfAnOrder)
                    .map(document -> document.refused(trouble));
        } catch (UnreadableEvent nothingToTell) {
            return Optional.empty();
        }
    }

    private record Document(
            UUID orderId,
            String orderNumber,
            UUID invoiceId,
            String invoiceNumber,
            UUID creditMemoId,
            String creditMemoNumber,
            UUID contractId,
            UUID customerId,
            String legalEntityId,
            Money payableAmount) {

        private UUID id() {
            return creditMemoId == null ? invoiceId : creditMemoId;
        }

        private String number() {
            return creditMemoId == null ? invoiceNumber : creditMemoNumber;
        }

        private boolean isOfAnOrder() {
            return Stream.of(orderId, orderNumber, id(), number(), contractId, customerId, legalEntityId)
                    .allMatch(Objects::nonNull);
        }

        private boolean takesBack() {
            return creditMemoId != null || payableAmount != null && payableAmount.isNegative();
        }

        private OrderRefusedByLedger refused(Trouble trouble) {
            return new OrderRefusedByLedger(
                    orderId,
                    orderNumber,
                    id(),
                    number(),
                    contractId,
                    customerId,
                    legalEntityId,
                    trouble.code(),
                    trouble.reason(),
                    trouble.owner(),
                    trouble.remedy(),
                    takesBack());
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return orderId.toString();
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
