package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import jakarta.inject.Inject;

/** Says which of our products another system's code means. */
@UseCase
class MapProduct {

    private final ProductMappings mappings;
    private final Products products;

    @Inject
    MapProduct(ProductMappings mappings, Products products) {
        this.mappings = mappings;
        this.products = products;
    }

    Outcome handle(String system, String externalCode, String productId) {
        if (productId == null || products.find(productId).isEmpty()) {
            throw new Invalid("/productId", "must be a product that was published");
        }
        ProductMapping known = mappings.find(system, externalCode).orElse(null);
        if (known != null) {
            known.meansNow(productId);
            return new Outcome(mappings.written(known), false);
        }
        ProductMapping mapping = new ProductMapping(new ProductMapping.Key(system, externalCode), productId);
        mappings.add(mapping);
        return new Outcome(mappings.written(mapping), true);
    }

    /** The mapping as it is now, and whether it is new. */
    record Outcome(ProductMapping mapping, boolean created) {}
}
