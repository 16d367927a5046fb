package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.catalogue.Catalogue.Part;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that passed every rule, with what follows from its product and its term.
 *
 * @param bundle that it is a part of; null for what was ordered on its own
 */
public record AcceptableLine(
        Offer offer,
        String description,
        Quantity quantity,
        UnitPrice unitPrice,
        LocalDate startDate,
        LocalDate endDate,
        Money lineTotal,
        Money standaloneSellingPrice,
        boolean standalonePriceKnown,
        Bundle bundle) {

    /**
     * The bundle of which a line is a part.
     *
     * @param place of the bundle among what was asked for: the same one may be asked for twice
     * @param price what the whole of it regularly costs; null where nobody has said so
     */
    public record Bundle(String bundleId, int place, Money price) {}

    /** Of what was ordered on its own. */
    public AcceptableLine(
            Offer offer,
            String description,
            Quantity quantity,
            UnitPrice unitPrice,
            LocalDate startDate,
            LocalDate endDate,
            Money lineTotal,
            Money standaloneSellingPrice,
            boolean standalonePriceKnown) {
        this(
                offer,
                description,
                quantity,
                unitPrice,
                startDate,
                endDate,
                lineTotal,
                standaloneSellingPrice,
                standalonePriceKnown,
                null);
    }

    /** One line for each part of a bundle, whose price they share; one for any other product. */
    static List<AcceptableLine> allOf(
            Offer offer, LineTerms asked, int place, LocalDate orderStart, int term, String currency) {
        if (!offer.isBundle()) {
            return List.of(of(offer, asked, orderStart, term, currency, null));
        }
        List<Part> parts = offer.parts();
        List<UnitPrice> shares = asked.unitPrice()
                .sharedOver(
                        parts.stream()
                                .map(part ->
                                        part.offer().standalonePrice(currency).orElseThrow())
                                .toList(),
                        parts.stream().map(Part::quantity).toList(),
                        currency);
        Money regular = offer.standalonePrice(currency)
                .map(price -> offer.pricePeriod().total(price, asked.quantity(), asked.lasts(term), currency))
                .orElse(null);
        Bundle bundle = new Bundle(offer.productId(), place, regular);
        List<AcceptableLine> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            LineTerms share = asked.of(part.offer().productId(), part.quantity(), shares.get(i));
            lines.add(of(part.offer(), share, orderStart, term, currency, bundle));
        }
        return lines;
    }

    private static AcceptableLine of(
            Offer offer, LineTerms asked, LocalDate orderStart, int term, String currency, Bundle bundle) {
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
                offer.standalonePrice(currency).isPresent(),
                bundle);
    }
}
