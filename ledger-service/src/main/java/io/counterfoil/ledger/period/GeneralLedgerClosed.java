package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What the general ledger has closed no sub-ledger opens. */
public final class GeneralLedgerClosed extends Refusal {

    GeneralLedgerClosed(String period, String general) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Accounting period " + period + " can't be reopened while the general ledger has closed " + general,
                "Reopen " + general + " first.");
    }
}
