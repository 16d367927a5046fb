package io.counterfoil.common.money;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A code that ISO 4217 does not list as a currency with minor units. */
public final class UnknownCurrency extends Refusal {

    public UnknownCurrency(String code) {
        super(
                422,
                TroubleClass.SCHEMA,
                "'" + code + "' is no ISO 4217 currency with minor units",
                "Use a code of ISO 4217 such as USD, EUR or JPY.");
    }
}
