package io.counterfoil.billing.stripe;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Locale;
import java.util.Set;

/**
 * Turns the gateway's integer amounts into money. They are minor units of its own reckoning: some currencies that it treats
 * as having no decimals have two by ISO 4217, and two that have none are passed with two zeros (CU-01, CU-04).
 */
final class StripeAmount {

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> WITH_THREE = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeAmount() {}

    static Money of(long amount, String code) {
        String currency = code.toUpperCase(Locale.ROOT);
        int ours = Money.decimals(currency);
        int theirs = WITHOUT_DECIMALS.contains(currency) ? 0 : WITH_THREE.contains(currency) ? 3 : 2;
        long minor = amount;
        for (int i = theirs; i < ours; i++) {
            minor = Math.multiplyExact(minor, 10);
        }
        for (int i = ours; i < theirs; i++) {
            if (minor % 10 != 0) {
                throw new FinerThanCurrency(amount, currency);
            }
            minor /= 10;
        }
        return Money.ofMinor(minor, currency);
    }

    /** The gateway named a fraction that the currency does not have. */
    static final class FinerThanCurrency extends Refusal {
        FinerThanCurrency(long amount, String currency) {
            super(
                    422,
                    TroubleClass.SCHEMA,
                    "The amount " + amount + " is finer than " + currency + " allows",
                    "Ask the gateway what it collected; record it by hand.");
        }
    }
}
