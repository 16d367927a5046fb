package io.counterfoil.billing.payment;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param attemptId the attempt of ours that it answers; null when somebody paid of their own accord
 * @param manual what only a person says; its parts may be null
 * @param conversion what the gateway made of it; null when it did not say
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
        UUID attemptId,
        Manual manual,
        Conversion conversion) {

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
                null,
                new Manual(null, null, null),
                null);
    }

    /**
     * What only a person says.
     *
     * @param legalEntityId who received it; null where the gateway's account says it
     * @param valueDate null is the day of the message
     * @param fee what was kept of it; may be null
     */
    public record Manual(String legalEntityId, LocalDate valueDate, Money fee) {}

    /** What was kept of it, in its own currency; null when nobody said. */
    Money fee() {
        return conversion == null || conversion.fee() == null ? manual.fee() : conversion.feeOf(amount);
    }

    /** The same, as the answer to an attempt of ours. */
    public Receipt answering(UUID attempt) {
        return new Receipt(
                gateway,
                reference,
                eventId,
                amount,
                invoiceNumber,
                customerId,
                gatewayCustomer,
                failure,
                at,
                attempt,
                manual,
                conversion);
    }

    /** The same, with what the gateway made of it. */
    public Receipt converted(Conversion by) {
        return new Receipt(
                gateway,
                reference,
                eventId,
                amount,
                invoiceNumber,
                customerId,
                gatewayCustomer,
                failure,
                at,
                attemptId,
                manual,
                by);
    }

    /**
     * What a gateway made of money that it took.
     *
     * @param settled what it holds for us of it, before its fee
     * @param rate of its conversion; null when there was none
     * @param fee what it keeps, in the currency of what it holds
     */
    public record Conversion(Money settled, String rate, Money fee) {

        /** The fee as a part of what was presented. */
        Money feeOf(Money presented) {
            return fee.currency().equals(presented.currency())
                    ? fee
                    : presented
                            .allocate(
                                    List.of(fee.toDecimal(), settled.minus(fee).toDecimal()))
                            .get(0);
        }
    }

    /** Why a payment failed: the gateway's code, and words. */
    public record Failure(String code, String reason) {}
}
