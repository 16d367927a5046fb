package io.counterfoil.billing.rating;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    /** The periods that are billed in advance; see {@link BillingPeriod#inAdvance}. */
    public static List<ServicePeriod> inAdvance(
            LocalDate anchor, BillingPeriod rhythm, LocalDate from, LocalDate through, LocalDate termEnd) {
        return rhythm.inAdvance(anchor, from, through, termEnd);
    }

    /** The share of a full period that is served, by actual days. */
    public static Share shareOf(LocalDate anchor, BillingPeriod rhythm, ServicePeriod served) {
        return Proration.ACTUAL.share(rhythm, anchor, served);
    }
}
