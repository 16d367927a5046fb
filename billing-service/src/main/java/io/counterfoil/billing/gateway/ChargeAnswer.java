package io.counterfoil.billing.gateway;

import io.counterfoil.common.money.Money;

/**
 * What the gateway says of money that it was to take.
 *
 * @param reference its own id; null when it gave none
 * @param taken what was taken; null when nothing was
 * @param code why it failed, the bank's word for it where there is one; null when it did not
 * @param converted what the gateway made of it; null when it did not say
 */
public record ChargeAnswer(
        String reference, Outcome outcome, Money taken, String code, String reason, Converted converted) {

    /** What became of it. */
    public enum Outcome {
        /** The money is taken. */
        SUCCEEDED,
        /** The gateway will tell. */
        PENDING,
        /** It will not be taken by this attempt. */
        FAILED,
        /** The gateway did not look at it: it may be asked again. */
        TURNED_AWAY,
        /** It gave no answer that means anything: nobody knows what it did. */
        UNKNOWN
    }

    /**
     * What the gateway made of what it took.
     *
     * @param settled what it holds for us, before its fee
     * @param rate settled per presented; null when nothing was converted
     * @param fee in the currency of what is settled
     */
    public record Converted(Money settled, String rate, Money fee) {}

    /** It was not taken, and will not be. */
    public static ChargeAnswer failed(String reference, String code, String reason) {
        return new ChargeAnswer(reference, Outcome.FAILED, null, code, reason, null);
    }

    static ChargeAnswer open(String reference, Outcome outcome, String reason) {
        return new ChargeAnswer(reference, outcome, null, null, reason, null);
    }
}
