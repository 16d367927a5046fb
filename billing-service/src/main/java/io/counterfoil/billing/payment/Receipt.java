package io.counterfoil.billing.payment;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a gateway says about money, in our words.
 *
 * @param reference the gateway's id of the payment
 * @param eventId the gateway's id of the message that told of it
 * @param invoiceNumber what the payment says it is for; null when it says nothing
 * @param customerId whose money it says it is; null when it says nothing
 * @param gatewayCustomer the gateway's own id of the customer; null when it has none
 * @param failure why it failed; null when the money is here
 * @param manual what only a person says; its parts may be null
 * @param at business time of the message's arrival
 */
public record Receipt(
        String gateway,
        String reference,
        String eventId,
        Money amount,
        String invoiceNumber,
        UUID customerId,
        String gatewayCustomer,
        Failure failure,
        Instant at,
        Manual manual) {

    /** What a gateway says. */
    public Receipt(
            String gateway,
            String reference,
            String eventId,
            Money amount,
            String invoiceNumber,
            UUID customerId,
            String gatewayCustomer,
            Failure failure,
            Instant at) {
        this(
                gateway,
                reference,
                eventId,
                amount,
                invoiceNumber,
                customerId,
                gatewayCustomer,
                failure,
                at,
                new Manual(null, null, null));
    }

    /**
     * What only a person says.
     *
     * @param legalEntityId who received it; null where the gateway's account says it
     * @param valueDate null is the day of the message
     * @param fee what was kept of it; may be null
     */
    public record Manual(String legalEntityId, LocalDate valueDate, Money fee) {}

    /** Why a payment failed: the gateway's code, and words. */
    public record Failure(String code, String reason) {}
}
