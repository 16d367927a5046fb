package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A month is closed when it is over, not before. */
public final class PeriodNotOver extends Refusal {
    PeriodNotOver(String period, LocalDate end) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Accounting period " + period + " is not over",
                "Close it on " + end + " or later.");
    }
}
