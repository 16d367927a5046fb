package io.counterfoil.order.catalogue;

import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.pricing.StandalonePrice;
import java.util.Comparator;
import java.util.List;

/**
 * What is said of a product: the plan by which billing charges it, how its revenue is recognised, its tax category, its item
 * in each ERP, what it costs on its own. Of a bundle only its parts are said, which have all that.
 */
record ProductTerms(
        String name,
        String planId,
        PricePeriod pricePeriod,
        RevenueTreatment revenueTreatment,
        TaxCategory taxCategoryCode,
        List<StandalonePrice> standalonePrices,
        List<ErpItem> erpItems,
        List<Component> components) {

    ProductTerms {
        standalonePrices = standalonePrices.stream()
                .sorted(Comparator.comparing(StandalonePrice::currency))
                .toList();
        erpItems =
                erpItems.stream().sorted(Comparator.comparing(ErpItem::system)).toList();
        components = List.copyOf(components);
    }

    boolean isBundle() {
        return !components.isEmpty();
    }

    /** What an ERP calls it. */
    public record ErpItem(String system, String item) {}

    /** So many of a product are in one bundle. */
    public record Component(String productId, int quantity) {}
}
