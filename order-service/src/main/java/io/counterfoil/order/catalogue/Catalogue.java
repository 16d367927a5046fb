package io.counterfoil.order.catalogue;

import io.counterfoil.order.pricing.UnitPrice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What other capabilities may ask about products. */
@Dependent
public class Catalogue {

    private final Products products;
    private final ProductMappings mappings;

    @Inject
    Catalogue(Products products, ProductMappings mappings) {
        this.products = products;
        this.mappings = mappings;
    }

    /** The product under our own id. */
    public Optional<Offer> offer(String productId) {
        return products.find(productId).map(Catalogue::offer);
    }

    /** The product that another system's code means, if somebody has said so. */
    public Optional<Offer> mapped(String system, String externalCode) {
        return mappings.find(system, externalCode).flatMap(mapping -> offer(mapping.productId()));
    }

    private static Offer offer(Product product) {
        ProductTerms terms = product.terms();
        Map<String, UnitPrice> prices = terms.standalonePrices().stream()
                .collect(Collectors.toMap(StandalonePrice::currency, StandalonePrice::unitPrice));
        return new Offer(
                product.productId(),
                terms.name(),
                terms.planId(),
                terms.pricePeriod(),
                terms.revenueTreatment(),
                terms.taxCategoryCode(),
                prices);
    }

    /** A product as an order takes it over. */
    public record Offer(
            String productId,
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategory,
            Map<String, UnitPrice> standalonePrices) {

        /** What one unit costs on its own in a currency, if that is known. */
        public Optional<UnitPrice> standalonePrice(String currency) {
            return Optional.ofNullable(standalonePrices.get(currency));
        }
    }
}
