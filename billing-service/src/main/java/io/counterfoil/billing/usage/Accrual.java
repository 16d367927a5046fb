package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * What a period of a usage charge came to when it was rated, and what that added to the rating before.
 *
 * @param accrualId the same for all ratings of one charge and period
 * @param number 1 for the first rating, higher where late usage or a correction changed it
 */
record Accrual(
        UUID accrualId,
        UUID orderChargeId,
        UUID subscriptionId,
        String meterId,
        ServicePeriod period,
        int number,
        Quantity quantity,
        Money amount,
        Money delta) {

    /** What the next rating of the period is, as of this one. */
    Accrual again(Quantity now, Money cost) {
        return new Accrual(
                accrualId, orderChargeId, subscriptionId, meterId, period, number + 1, now, cost, cost.minus(amount));
    }

    boolean saysSomethingNew(Accrual before) {
        return !delta.isZero() || before.quantity().compareTo(quantity) != 0;
    }
}
