package io.counterfoil.order.catalogue;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.pricing.StandalonePrice;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");

    private static ProductVersion version() {
        ProductTerms terms = new ProductTerms(
                "Platform subscription",
                "platform-annual",
                PricePeriod.YEAR,
                RevenueTreatment.OVER_TIME_DAILY,
                TaxCategory.S,
                List.of(new StandalonePrice("USD", UnitPrice.of("1200.00"))),
                List.of(new ProductTerms.ErpItem("erp", "100-4711")),
                List.of());
        return new ProductVersion("PLATFORM", terms, Revision.proposed(1, TODAY, null, "maker", NOW));
    }

    @Test
    void product_published_is_as_its_golden_example() {
        GoldenExample.of("product-published.v1").assertProduces(version().published());
    }

    @Test
    void bundle_published_is_as_its_golden_example() {
        ProductTerms terms = new ProductTerms(
                "Starter bundle",
                null,
                PricePeriod.YEAR,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new ProductTerms.Component("PLATFORM", 1), new ProductTerms.Component("SUPPORT", 2)));
        GoldenExample.of("bundle-published.v1")
                .assertProduces(new ProductVersion(
                                "STARTER", terms, Revision.proposed(1, TODAY, TODAY.plusYears(1), "maker", NOW))
                        .published());
    }
}
