package io.counterfoil.ledger.revenue;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.ledger.schedule.RevenueSchedule;

/** A reversal never takes more than what is left of the line. */
public final class ReversalExceedsLine extends Refusal {
    ReversalExceedsLine(RevenueSchedule schedule, Money wanted, Money left) {
        super(
                422,
                TroubleClass.DUPLICATE_CONFLICT,
                "Of a line of invoice " + schedule.invoiceNumber() + " " + left + " are left; " + wanted
                        + " can't be reversed",
                "Let billing say which reversal holds; waive the other.");
    }
}
