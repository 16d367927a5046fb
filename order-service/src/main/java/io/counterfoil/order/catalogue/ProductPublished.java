package io.counterfoil.order.catalogue;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.List;

/** A product or a new version of it can be sold from a day on. */
public record ProductPublished(
        String productId,
        String name,
        int version,
        String planId,
        String pricePeriod,
        String revenueTreatment,
        String taxCategoryCode,
        LocalDate validFrom,
        LocalDate validTo,
        List<ProductTerms.ErpItem> erpItems)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.product.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return productId;
    }

    @Override
    public String partitionKey() {
        return productId;
    }
}
