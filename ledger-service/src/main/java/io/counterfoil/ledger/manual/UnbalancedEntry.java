package io.counterfoil.ledger.manual;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** Debits are not credits. */
public final class UnbalancedEntry extends Refusal {

    UnbalancedEntry(Money off) {
        super(
                422,
                TroubleClass.SCHEMA,
                "Debits less credits are " + off + ", not nothing",
                "Let the lines of the entry balance.");
    }
}
