package io.counterfoil.billing.rating;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns prices, quantities and periods into amounts. Pure: no clock, no database. */
public final class Rating {

    private Rating() {}

    /** Price × quantity × share of the period, rounded once, to the currency's minor unit. */
    public static Money lineAmount(UnitPrice price, Quantity quantity, Pricing pricing, Share share, String currency) {
        BigDecimal exact = pricing == Pricing.FLAT
                ? share.of(price.value(), BigDecimal.ONE)
                : share.of(price.value().multiply(quantity.value()), price.baseQuantity());
        return Rounding.toMinorUnits(exact, currency);
    }

    /**
     * The periods that are billed in advance: those that begin on or after {@code from} and up to {@code through}, counted
     * from the anchor, the last one cut off where the term ends.
     */
    public static List<ServicePeriod> inAdvance(
            LocalDate anchor, BillingPeriod rhythm, LocalDate from, LocalDate through, LocalDate termEnd) {
        List<ServicePeriod> periods = new ArrayList<>();
        LocalDate start = from;
        while (!start.isAfter(through) && (termEnd == null || start.isBefore(termEnd))) {
            ServicePeriod full = rhythm.around(anchor, start);
            ServicePeriod served = new ServicePeriod(start, full.end()).until(termEnd);
            periods.add(served);
            start = served.end();
        }
        return periods;
    }

    /** The share of a full period that is served: whole, unless it was cut off at its start or by the end of the term. */
    public static Share shareOf(LocalDate anchor, BillingPeriod rhythm, ServicePeriod served) {
        return Share.of(served, rhythm.around(anchor, served.start()));
    }
}
