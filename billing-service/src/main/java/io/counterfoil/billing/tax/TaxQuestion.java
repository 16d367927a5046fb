package io.counterfoil.billing.tax;

import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be taxed: when, between whom, and the amount of each line with its category.
 *
 * @param taxPoint the day that decides the rate
 * @param scope the legal entity that sells and the contract; by it the policies are found
 */
public record TaxQuestion(LocalDate taxPoint, Scope scope, Buyer buyer, List<Line> lines) {

    public TaxQuestion {
        lines = List.copyOf(lines);
    }

    /**
     * Who buys, and where it is taxed.
     *
     * @param region state or province; null where the country has one rate
     * @param vatCountries the countries in which the buyer is registered for VAT
     */
    public record Buyer(UUID customerId, String country, String region, Set<String> vatCountries) {

        public Buyer {
            vatCountries = vatCountries == null ? Set.of() : Set.copyOf(vatCountries);
        }
    }

    /**
     * One line's amount: net of tax, unless the jurisdiction's prices include it. An allowance or charge of the document
     * is a line too.
     *
     * @param productId null for what is no product
     * @param period when it is served; null for what happens at once
     * @param known how it is taxed, where that is no question: as what it takes back was, or goes back with; else null
     * @param before the line that it takes back; else null
     */
    public record Line(
            TaxCategory category,
            Money net,
            String productId,
            ServicePeriod period,
            ApplicableRate known,
            TaxedBefore before) {

        public Line(TaxCategory category, Money net, String productId, ServicePeriod period) {
            this(category, net, productId, period, null, null);
        }

        /** The same as a part of a line that was taxed before. */
        public Line takingBack(TaxedBefore line) {
            return new Line(category, net, productId, period, line.applied(), line);
        }

        /** The same, taxed as what it goes back with. */
        public Line taxedAs(TaxedBefore line) {
            return new Line(category, net, productId, period, line.applied(), null);
        }

        public Line(TaxCategory category, Money net) {
            this(category, net, null, null);
        }
    }
}
