package io.counterfoil.order.mapping;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProductMappedTest {

    @Test
    void product_mapped_is_as_its_golden_example() {
        Revision revision =
                Revision.proposed(1, LocalDate.of(2026, 1, 1), null, "maker", Instant.parse("2026-01-01T08:00:00Z"));
        GoldenExample.of("product-mapped.v1")
                .assertProduces(
                        new ProductMapping(new ProductMapping.Key("salesforce", "LS-PLATFORM"), "PLATFORM", revision)
                                .published());
    }
}
