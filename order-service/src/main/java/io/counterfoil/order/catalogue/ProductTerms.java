package io.counterfoil.order.catalogue;

import java.util.Comparator;
import java.util.List;

/** What is said of a product when it is published. */
record ProductTerms(
        String name,
        String planId,
        PricePeriod pricePeriod,
        RevenueTreatment revenueTreatment,
        TaxCategory taxCategoryCode,
        List<StandalonePrice> standalonePrices) {

    ProductTerms {
        standalonePrices = standalonePrices.stream()
                .sorted(Comparator.comparing(StandalonePrice::currency))
                .toList();
    }
}
