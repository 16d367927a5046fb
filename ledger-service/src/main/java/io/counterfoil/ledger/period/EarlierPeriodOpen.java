package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Months are closed in their order. */
public final class EarlierPeriodOpen extends Refusal {
    EarlierPeriodOpen(String period, String earlier) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Accounting period " + period + " can't be closed while " + earlier + " is open",
                "Close " + earlier + " first.");
    }
}
