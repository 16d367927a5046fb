package io.counterfoil.order.catalogue;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.List;

/** A bundle or a new version of it can be sold from a day on. */
public record BundlePublished(
        String productId,
        String name,
        int version,
        String pricePeriod,
        List<ProductTerms.Component> components,
        LocalDate validFrom,
        LocalDate validTo)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.bundle.published.v1";

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
