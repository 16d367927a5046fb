package io.counterfoil.billing.rating;

import java.util.List;

/**
 * Graduated units that come and go within a period, each paid for the part of it in which it was there. A use lies in the tiers through
 * which it moves the number of units, up or down; a tier's flat fee is due once it was reached. Never less than nothing.
 *
 * @param flatFeeAtZero whether the first tier's flat fee is due although there never was a unit
 */
record ComingAndGoing(List<Tier> tiers, boolean flatFeeAtZero) {

    UnitPrice of(List<Quantity> amounts, List<Quantity> parts) {
        UnitPrice units = UnitPrice.FREE;
        Quantity level = Quantity.ZERO;
        Quantity highest = Quantity.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            Quantity next = level.plus(amounts.get(i));
            units = units.plus(moved(level.atMost(next), level.atLeast(next), parts.get(i)));
            level = next;
            highest = highest.atLeast(next);
        }
        UnitPrice all = units.plus(fees(highest));
        return all.isNegative() ? UnitPrice.FREE : all;
    }

    /** What lies between two levels at the prices of their tiers, as far as it is paid for; what is below zero is as the first tier. */
    private UnitPrice moved(Quantity from, Quantity to, Quantity part) {
        Quantity all = to.minus(from);
        if (!all.isPositive()) {
            return UnitPrice.FREE;
        }
        UnitPrice sum = UnitPrice.FREE;
        Quantity reached = from;
        for (Tier tier : tiers) {
            Quantity within = to.atMost(tier.upTo()).minus(reached);
            if (within.isPositive()) {
                sum = sum.plus(tier.price().times(within));
                reached = reached.plus(within);
            }
        }
        return sum.scaled(part, all);
    }

    private UnitPrice fees(Quantity highest) {
        UnitPrice fees = flatFeeAtZero || highest.isPositive() ? tiers.get(0).flatFee() : UnitPrice.FREE;
        for (int i = 1; i < tiers.size(); i++) {
            if (highest.compareTo(tiers.get(i - 1).upTo()) > 0) {
                fees = fees.plus(tiers.get(i).flatFee());
            }
        }
        return fees;
    }
}
