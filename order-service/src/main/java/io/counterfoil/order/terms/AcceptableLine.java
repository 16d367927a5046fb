package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;

/** A line that passed every rule, with what follows from its product and its term. */
public record AcceptableLine(
        Offer offer,
        String description,
        Quantity quantity,
        UnitPrice unitPrice,
        LocalDate startDate,
        LocalDate endDate,
        Money lineTotal,
        Money standaloneSellingPrice,
        boolean standalonePriceKnown) {

    static AcceptableLine of(Offer offer, LineTerms asked, LocalDate orderStart, int term, String currency) {
        LocalDate start = orderStart.plusMonths(asked.startsAfterMonths());
        int termMonths = asked.lasts(term);
        UnitPrice standalone = offer.standalonePrice(currency).orElse(asked.unitPrice());
        return new AcceptableLine(
                offer,
                asked.description(),
                asked.quantity(),
                asked.unitPrice(),
                start,
                offer.pricePeriod().end(start, termMonths),
                offer.pricePeriod().total(asked.unitPrice(), asked.quantity(), termMonths, currency),
                offer.pricePeriod().total(standalone, asked.quantity(), termMonths, currency),
                offer.standalonePrice(currency).isPresent());
    }
}
