package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.event.UnreadableEvent;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Trouble;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Billing can't bill an accepted order; an exception is open at its owner.
 *
 * @param givenUp two people have given it up: it will not be billed, whatever is mended
 */
public record OrderRefusedByBilling(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String reasonCode,
        String reason,
        String owner,
        String remedy,
        boolean givenUp)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.order.refused-by-billing.v1";

    /** What must be readable of an order, so that others can be told of its refusal. */
    record Order(UUID orderId, String orderNumber, UUID contractId, UUID customerId, String legalEntityId) {

        /** Reads it leniently; empty where not even this is there. */
        static Optional<Order> of(Envelope accepted) {
            try {
                return Optional.of(accepted.dataAs(Order.class)).filter(order -> Stream.of(
                                order.orderId,
                                order.orderNumber,
                                order.contractId,
                                order.customerId,
                                order.legalEntityId)
                        .allMatch(Objects::nonNull));
            } catch (UnreadableEvent nothingToTell) {
                return Optional.empty();
            }
        }

        /** By a rule whose break is an exception of this team. */
        OrderRefusedByBilling refused(Refusal why, String owner) {
            return new OrderRefusedByBilling(
                    orderId,
                    orderNumber,
                    contractId,
                    customerId,
                    legalEntityId,
                    why.code(),
                    why.getMessage(),
                    owner,
                    why.remedy(),
                    false);
        }

        OrderRefusedByBilling refusedFinally(Trouble trouble) {
            return new OrderRefusedByBilling(
                    orderId,
                    orderNumber,
                    contractId,
                    customerId,
                    legalEntityId,
                    trouble.code(),
                    trouble.reason(),
                    trouble.owner(),
                    trouble.remedy(),
                    true);
        }
    }

    static OrderRefusedByBilling of(Agreement order, Refusal why, String owner) {
        return named(order).refused(why, owner);
    }

    static OrderRefusedByBilling givenUp(Agreement order, Trouble trouble) {
        return named(order).refusedFinally(trouble);
    }

    private static Order named(Agreement order) {
        return new Order(
                order.orderId(), order.orderNumber(), order.contractId(), order.customerId(), order.legalEntityId());
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
