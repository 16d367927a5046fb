package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Item;
import io.counterfoil.billing.conformance.RatingJson.OfLine;
import io.counterfoil.billing.conformance.RatingJson.Span;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/** One line's amount: the price of the quantity for the part of a period, rounded once. Pure. */
record LineQuote(Share share, int decimals, Money amount) {

    private static final int USUAL_DECIMALS = 9;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    static LineQuote of(Item item, String currency, long step, String at) {
        Share share = item.span() == null ? Share.WHOLE : share(item.span(), at + "/span");
        Tariff tariff = item.price().tariff(item.pricing(), item.included());
        Money amount = tariff.exact(UsedUnits.upToNow(item, at)).times(share).rounded(currency, step);
        if (item.usedBefore() != null) {
            amount = amount.minus(
                    tariff.exact(UsedUnits.before(item)).times(share).rounded(currency, step));
        }
        amount = amount.plus(lowersOrRaises(item, amount, at));
        if (item.atMost() != null) {
            amount = amount.min(item.atMost());
        }
        return new LineQuote(
                share, decimals(item.span()), Boolean.TRUE.equals(item.credit()) ? amount.negated() : amount);
    }

    private static Money lowersOrRaises(Item item, Money line, String at) {
        Money sum = Money.zero(line.currency());
        for (int i = 0;
                item.allowancesCharges() != null && i < item.allowancesCharges().size();
                i++) {
            OfLine one = item.allowancesCharges().get(i);
            sum = sum.plus(LowersOrRaises.by(one, line, at + "/allowancesCharges/" + i));
        }
        return sum;
    }

    static int decimals(Span span) {
        return span == null || span.decimals() == null ? USUAL_DECIMALS : span.decimals();
    }

    /** The exact share of a span, by the dialect that it names. */
    static Share share(Span span, String at) {
        if (!span.start().isBefore(span.end())) {
            throw new Invalid(at + "/end", "must be after start");
        }
        LocalDate anchor = span.anchor() == null ? span.start() : span.anchor();
        within(span.start(), at + "/start");
        within(span.end(), at + "/end");
        within(anchor, at + "/anchor");
        ServicePeriod part = new ServicePeriod(span.start(), span.end());
        Proration dialect = span.proration() == null ? Proration.ACTUAL : span.proration();
        if (span.from() != null && span.to() != null) {
            return perSecond(span, span.billingPeriod().around(anchor, span.start()), at);
        }
        return Boolean.TRUE.equals(span.fragment())
                ? dialect.fragment(
                        span.billingPeriod(), part, span.billingPeriod().around(anchor, span.start()))
                : dialect.share(span.billingPeriod(), anchor, part);
    }

    /** Days that are no days of a contract would be walked to all the same. */
    private static void within(LocalDate day, String at) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new Invalid(at, "must be between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }

    private static Share perSecond(Span span, ServicePeriod full, String at) {
        if (span.from().isAfter(span.to())) {
            throw new Invalid(at + "/to", "must not be before from");
        }
        try {
            ZoneId zone = ZoneId.of(span.timeZone() == null ? "UTC" : span.timeZone());
            return Proration.perSecond(span.from().atZone(zone), span.to().atZone(zone), full);
        } catch (DateTimeException unknown) {
            throw new Invalid(at + "/timeZone", "is no time zone");
        }
    }
}
