package io.counterfoil.billing.stripe;

import io.counterfoil.billing.gateway.StripeUnits;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Locale;

/**
 * Turns the gateway's integer amounts into money. They are minor units of its own reckoning: some currencies that it treats
 * as having no decimals have two by ISO 4217, and two that have none are passed with two zeros (CU-01, CU-04).
 */
final class StripeAmount {

    private StripeAmount() {}

    static Money of(long amount, String code) {
        return new StripeUnits(amount, code)
                .money()
                .orElseThrow(() -> new FinerThanCurrency(amount, code.toUpperCase(Locale.ROOT)));
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
