package io.counterfoil.order.catalogue;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.pricing.StandalonePrice;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What other capabilities may ask about products, as of a day. */
@Dependent
public class Catalogue {

    private final Database database;

    @Inject
    Catalogue(Database database) {
        this.database = database;
    }

    /** The product under our own id, if it is sold on that day. */
    public Optional<Offer> offer(String productId, LocalDate day) {
        return Optional.ofNullable(offers(List.of(productId), day).get(productId));
    }

    /** Those of the products that are sold on that day, by id; a bundle only while all its parts are. */
    public Map<String, Offer> offers(Collection<String> productIds, LocalDate day) {
        return Gathering.once(Catalogue.class, List.of(new TreeSet<>(productIds), day), () -> read(productIds, day));
    }

    private Map<String, Offer> read(Collection<String> productIds, LocalDate day) {
        Map<String, ProductVersion> found = inForce(productIds, day);
        Set<String> inside = new TreeSet<>();
        found.values().forEach(each -> each.terms().components().forEach(part -> inside.add(part.productId())));
        Map<String, ProductVersion> parts = inForce(inside, day);
        Map<String, Offer> offers = new TreeMap<>();
        found.forEach((id, version) -> offer(version, parts).ifPresent(offer -> offers.put(id, offer)));
        return offers;
    }

    /** Whether there is a version of it that was approved, or may be. */
    public boolean isKnown(String productId) {
        return database.query(
                        "select 1 as known from product_version where product_id = ? and state in ('PROPOSED', 'APPROVED') limit 1",
                        productId)
                .one(row -> true)
                .orElse(false);
    }

    private Map<String, ProductVersion> inForce(Collection<String> productIds, LocalDate day) {
        if (productIds.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        """
                        select distinct on (product_id) * from product_version
                        where product_id = any(?) and state = 'APPROVED' and valid_from <= ?
                        order by product_id, valid_from desc, version desc
                        """,
                        productIds,
                        day)
                .list(Products::read)
                .stream()
                .filter(found -> found.revision().validTo() == null
                        || found.revision().validTo().isAfter(day))
                .collect(Collectors.toMap(ProductVersion::productId, found -> found));
    }

    private static Optional<Offer> offer(ProductVersion version, Map<String, ProductVersion> inside) {
        List<Part> parts = new ArrayList<>();
        for (ProductTerms.Component component : version.terms().components()) {
            ProductVersion part = inside.get(component.productId());
            if (part == null || part.terms().isBundle()) {
                return Optional.empty();
            }
            parts.add(new Part(Offer.of(part, List.of()), component.quantity()));
        }
        return Optional.of(Offer.of(version, parts));
    }

    /**
     * A product as an order takes it over.
     *
     * @param parts of a bundle, which has the plan and treatment of none itself; empty for any other product
     */
    public record Offer(
            String productId,
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategory,
            Map<String, UnitPrice> standalonePrices,
            List<Part> parts) {

        /** A product that is no bundle. */
        public Offer(
                String productId,
                String name,
                String planId,
                PricePeriod pricePeriod,
                RevenueTreatment revenueTreatment,
                TaxCategory taxCategory,
                Map<String, UnitPrice> standalonePrices) {
            this(productId, name, planId, pricePeriod, revenueTreatment, taxCategory, standalonePrices, List.of());
        }

        private static Offer of(ProductVersion version, List<Part> parts) {
            ProductTerms terms = version.terms();
            return new Offer(
                    version.productId(),
                    terms.name(),
                    terms.planId(),
                    terms.pricePeriod(),
                    terms.revenueTreatment(),
                    terms.taxCategoryCode(),
                    terms.standalonePrices().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    StandalonePrice::currency, StandalonePrice::unitPrice)),
                    parts);
        }

        public boolean isBundle() {
            return !parts.isEmpty();
        }

        /** What one unit costs on its own in a currency, if that is known. */
        public Optional<UnitPrice> standalonePrice(String currency) {
            return Optional.ofNullable(standalonePrices.get(currency));
        }
    }

    /** So many of a product are in one bundle. */
    public record Part(Offer offer, int quantity) {}
}
