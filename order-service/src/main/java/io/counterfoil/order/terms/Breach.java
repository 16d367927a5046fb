package io.counterfoil.order.terms;

/**
 * One broken rule: where (JSON pointer into the request) and what is wrong, with the values concerned.
 *
 * @param outside what a partner may read of it where the detail says how far we would go; null where all may read that
 */
public record Breach(Rule rule, String pointer, String detail, String outside) {

    public Breach(Rule rule, String pointer, String detail) {
        this(rule, pointer, detail, null);
    }

    /** The same at another place. */
    Breach at(String place) {
        return new Breach(rule, place, detail, outside);
    }

    /** Without floor, discount, cost and margin, and without saying which of them it was: else whoever asks often enough knows. */
    Breach toOutsiders() {
        return outside == null ? this : new Breach(Rule.PRICE_OUT_OF_TOLERANCE, pointer, outside);
    }
}
