package io.counterfoil.common.money;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Two amounts of different currencies were to be added, subtracted or compared. */
public final class CurrencyMismatch extends Refusal {

    public CurrencyMismatch(String one, String other) {
        super(
                422,
                TroubleClass.SCHEMA,
                "Amounts in " + one + " and " + other + " can't be taken together",
                "Use amounts of one currency; a document has exactly one.");
    }
}
