package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A closed month is opened again only when somebody asked for it and said why. */
public final class ReopeningNotRequested extends Refusal {
    ReopeningNotRequested(String period) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Nobody asked for the reopening of accounting period " + period,
                "Ask for it (move REQUEST_REOPENING, with a reason); somebody else reopens it.");
    }
}
