package io.counterfoil.order.mapping;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;

/** Another system's code means a product from a day on. */
public record ProductMapped(
        String system, String externalCode, String productId, int version, LocalDate validFrom, LocalDate validTo)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.product.mapped.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return system + "/" + externalCode;
    }

    @Override
    public String partitionKey() {
        return subject();
    }
}
