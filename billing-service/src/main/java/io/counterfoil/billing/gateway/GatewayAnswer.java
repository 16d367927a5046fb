package io.counterfoil.billing.gateway;

/**
 * What the gateway says of money that it was to pay back.
 *
 * @param reference its own id; null when it refused
 * @param code why it failed; null when it did not
 */
public record GatewayAnswer(String reference, Outcome outcome, String code, String reason) {

    /** What became of it. */
    public enum Outcome {
        /** The money is on its way to the customer. */
        PAID,
        /** The gateway will tell. */
        PENDING,
        /** It will not be paid. */
        FAILED,
        /** It gave no answer that means anything: nobody knows what it did. */
        UNKNOWN
    }
}
