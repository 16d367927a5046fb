package io.counterfoil.billing.rating;

import java.util.List;

/**
 * A percentage of what passes through, and a fee for each event. The first events are free, as long as they stay within the free
 * amount; whichever of the two limits is met first ends it.
 *
 * @param percent 1.2 stands for 1.2 per 100
 * @param feePerEvent added for each event that is not free
 * @param freeEvents how many events are free; null when only the amount limits, or nothing is free
 * @param freeAmount up to which sum events are free; null when only their number limits
 * @param leastPerEvent what an event costs at least; null without
 * @param mostPerEvent what an event costs at most; null without
 */
public record Percentage(
        UnitPrice percent,
        UnitPrice feePerEvent,
        Long freeEvents,
        Quantity freeAmount,
        UnitPrice leastPerEvent,
        UnitPrice mostPerEvent)
        implements Price {

    @Override
    public UnitPrice of(Consumption used) {
        return needsEvents() && !used.amounts().isEmpty() ? eventByEvent(used.amounts()) : inTotal(used);
    }

    /** Whether the amount of each single event decides. */
    public boolean needsEvents() {
        return leastPerEvent != null || mostPerEvent != null || freeLimit() > 0;
    }

    private UnitPrice inTotal(Consumption used) {
        long free = freeEvents == null ? 0 : Math.min(freeEvents, used.events());
        Quantity taxed = freeAmount == null ? used.prorated() : used.prorated().above(freeAmount);
        return percent.times(taxed).plus(feePerEvent.times(Quantity.of(used.events() - free)));
    }

    private UnitPrice eventByEvent(List<Quantity> amounts) {
        UnitPrice sum = UnitPrice.FREE;
        Quantity passed = Quantity.ZERO;
        long number = 0;
        for (Quantity amount : amounts) {
            Quantity free = number < freeLimit() ? amount.atMost(amountLeft(passed)) : Quantity.ZERO;
            passed = passed.plus(amount);
            number++;
            if (free.compareTo(amount) < 0 || !amount.isPositive() && number > freeLimit()) {
                sum = sum.plus(event(amount.minus(free)));
            }
        }
        return sum;
    }

    private long freeLimit() {
        if (freeEvents != null && freeEvents > 0) {
            return freeEvents;
        }
        return freeAmount == null ? 0 : Long.MAX_VALUE;
    }

    private Quantity amountLeft(Quantity passed) {
        return freeAmount == null ? null : freeAmount.above(passed);
    }

    private UnitPrice event(Quantity amount) {
        UnitPrice cost = percent.times(amount).plus(feePerEvent);
        if (leastPerEvent != null && cost.isLessThan(leastPerEvent)) {
            return leastPerEvent;
        }
        return mostPerEvent != null && mostPerEvent.isLessThan(cost) ? mostPerEvent : cost;
    }
}
