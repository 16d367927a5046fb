package io.counterfoil.suite.twin.gateway;

import java.util.Set;

/** An amount as Stripe counts it: in the smallest unit; of a zero-decimal currency in whole units. */
record Amount(long minor, String currency) {

    private static final Set<String> ZERO_DECIMAL = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof",
            "xpf");
    private static final Set<String> THREE_DECIMAL = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final long MOST = 99_999_999;
    private static final long MOST_ZERO_DECIMAL = 9_999_999_999L;

    Amount {
        currency = currency == null ? "" : currency.toLowerCase();
        if (!currency.matches("[a-z]{3}")) {
            throw new StripeError(400, null, "Invalid currency: " + currency, "currency");
        }
        if (minor < 1) {
            throw new StripeError(
                    400, "parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount");
        }
        if (minor > (ZERO_DECIMAL.contains(currency) ? MOST_ZERO_DECIMAL : MOST)) {
            throw new StripeError(
                    400, "amount_too_large", "Amount must be no more than the currency's maximum.", "amount");
        }
        if (THREE_DECIMAL.contains(currency) && minor % 10 != 0) {
            throw new StripeError(
                    400, "parameter_invalid_integer", "The last digit must be 0 for this currency.", "amount");
        }
    }
}
