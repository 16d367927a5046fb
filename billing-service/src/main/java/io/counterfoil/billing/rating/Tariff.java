package io.counterfoil.billing.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;

/**
 * A price with what goes around it: what is included before it begins, and what it comes to at least.
 *
 * @param included units without charge in each period; what is above them is priced as if it were all
 * @param minimum what a period costs at least; null without. It is prorated like the price.
 * @param maximum what a period costs at most; null without. It is prorated too.
 * @param step to how many minor units amounts are rounded; null for one
 */
public record Tariff(Price price, Quantity included, UnitPrice minimum, UnitPrice maximum, Long step) {

    /** Rounded to the minor unit. */
    public Tariff(Price price, Quantity included, UnitPrice minimum, UnitPrice maximum) {
        this(price, included, minimum, maximum, null);
    }

    public static Tariff of(Price price) {
        return new Tariff(price, Quantity.ZERO, null, null);
    }

    /** The two models that need one figure. */
    public static Tariff simple(Pricing pricing, UnitPrice price) {
        return of(pricing == Pricing.FLAT ? new Price.Flat(price) : new Price.PerUnit(price));
    }

    /** The same allowance and bounds around another price. */
    public Tariff around(Price other) {
        return new Tariff(other, included, minimum, maximum, step);
    }

    /** The same, rounded to steps of so many minor units. */
    public Tariff inSteps(long units) {
        return units == 1 ? this : new Tariff(price, included, minimum, maximum, units);
    }

    /** Is it nothing but its price? */
    public boolean isBare() {
        return !included.isPositive() && minimum == null && maximum == null && step == null;
    }

    /** Reads what {@link #json()} writes: a tariff keeps as it was when it was sold. */
    public static Tariff of(String json) {
        try {
            return Json.lenient().readValue(json, Tariff.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a tariff can't be read", corrupt);
        }
    }

    public String json() {
        return Json.write(this);
    }

    /** What a consumption costs, exactly. */
    public UnitPrice exact(Consumption used) {
        UnitPrice cost = price.of(used.above(included));
        return bounded(cost, Share.WHOLE);
    }

    /** What a quantity costs for a share of the period, rounded once. */
    public Money amount(Quantity quantity, Share share, String currency) {
        return rounded(exact(Consumption.of(quantity)).times(share), currency);
    }

    /** What a consumption costs, rounded once. */
    public Money amount(Consumption used, String currency) {
        return rounded(exact(used), currency);
    }

    /** What was used in a part of a period costs: it is all there, so only what bounds it is prorated. */
    public Money amount(Consumption used, Share share, String currency) {
        UnitPrice cost = price.of(used.above(included));
        return rounded(bounded(cost, share), currency);
    }

    private Money rounded(UnitPrice cost, String currency) {
        return cost.rounded(currency, step == null ? 1 : step);
    }

    private UnitPrice bounded(UnitPrice cost, Share share) {
        UnitPrice least = minimum == null ? cost : minimum.times(share);
        UnitPrice most = maximum == null ? cost : maximum.times(share);
        UnitPrice atLeast = cost.isLessThan(least) ? least : cost;
        return maximum != null && most.isLessThan(atLeast) ? most : atLeast;
    }
}
