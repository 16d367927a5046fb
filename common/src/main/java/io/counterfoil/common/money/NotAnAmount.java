package io.counterfoil.common.money;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A text that is no amount of its currency: wrong number of decimals, or no number. */
public final class NotAnAmount extends Refusal {

    public NotAnAmount(String amount, String currency, int decimals) {
        super(
                422,
                TroubleClass.SCHEMA,
                "'" + amount + "' is no amount in " + currency,
                "Write a plain decimal number with exactly " + decimals + " decimals.");
    }
}
