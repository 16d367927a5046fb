package io.counterfoil.billing.gateway;

import io.counterfoil.common.money.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An amount as the gateway counts it: minor units of its own reckoning. Some currencies that it treats as having no decimals
 * have two by ISO 4217, and two that have none are passed with two zeros (CU-01, CU-04).
 */
public record StripeUnits(long amount, String currency) {

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> WITH_THREE = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /** How many decimals the gateway gives a currency. */
    public static int decimals(String currency) {
        return WITHOUT_DECIMALS.contains(currency) ? 0 : WITH_THREE.contains(currency) ? 3 : 2;
    }

    /** The amount as it is sent; with three decimals the last one must be zero, as the card networks ask (CU-03). */
    public static StripeUnits of(Money money) {
        String currency = money.currency();
        int theirs = decimals(currency);
        long amount = money.minor();
        for (int i = Money.decimals(currency); i < theirs; i++) {
            amount = Math.multiplyExact(amount, 10);
        }
        for (int i = theirs; i < Money.decimals(currency); i++) {
            amount = whole(amount, money);
        }
        if (theirs == 3) {
            whole(amount, money);
        }
        return new StripeUnits(amount, currency.toLowerCase(Locale.ROOT));
    }

    /** The amount as money; empty when it is finer than the currency. */
    public Optional<Money> money() {
        String code = currency.toUpperCase(Locale.ROOT);
        long minor = amount;
        for (int i = decimals(code); i < Money.decimals(code); i++) {
            minor = Math.multiplyExact(minor, 10);
        }
        for (int i = Money.decimals(code); i < decimals(code); i++) {
            if (minor % 10 != 0) {
                return Optional.empty();
            }
            minor /= 10;
        }
        return Optional.of(Money.ofMinor(minor, code));
    }

    private static long whole(long amount, Money money) {
        if (amount % 10 != 0) {
            throw new FinerThanGateway(money);
        }
        return amount / 10;
    }
}
