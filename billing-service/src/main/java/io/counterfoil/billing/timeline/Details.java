package io.counterfoil.billing.timeline;

import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.ChargeTerms;
import java.time.LocalDate;
import java.util.List;

/**
 * What a change says, as it was resolved when it was recorded: later versions of a plan or policy do not touch it.
 *
 * @param planId the plan that it concerns: the one that is replaced, added, dropped, or sold in another quantity
 * @param terms the charges that a plan brings
 * @param endDate the first day after the subscription, for what moves the end
 * @param anchorDay the day of the month on which cycles begin from then on; null keeps it
 * @param uplift by which share prices rise at a renewal
 * @param timeCharged at a reinstatement: whether the blocked time is charged after all
 */
public record Details(
        String planId,
        List<ChargeTerms> terms,
        Quantity quantity,
        UnitPrice unitPrice,
        LocalDate endDate,
        Integer anchorDay,
        UpliftRate uplift,
        boolean timeCharged,
        String reason) {

    public Details {
        terms = terms == null ? List.of() : List.copyOf(terms);
    }
}
