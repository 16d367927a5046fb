package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Two people reopen a month: one asks, another one decides. */
public final class ReopenedByRequester extends Refusal {
    ReopenedByRequester(String period, String who) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                who + " asked for the reopening of accounting period " + period + " and can't decide it too",
                "Let another controller reopen it.");
    }
}
