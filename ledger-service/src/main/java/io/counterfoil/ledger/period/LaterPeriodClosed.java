package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Months are reopened in their order too: the last that was closed first. */
public final class LaterPeriodClosed extends Refusal {
    LaterPeriodClosed(String period, String later) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Accounting period " + period + " can't be reopened while " + later + " is closed",
                "Reopen " + later + " first.");
    }
}
