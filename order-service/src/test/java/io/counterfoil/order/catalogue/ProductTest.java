package io.counterfoil.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0} {1} x {2} over {3} months in {4} is {5}")
    @CsvSource({
        "YEAR, 1200.00, 1, 12, USD, 1200.00",
        "YEAR, 1200.00, 1, 24, USD, 2400.00",
        "YEAR, 1200.00, 1, 18, USD, 1800.00",
        "YEAR, 100.00, 1, 1, USD, 8.33",
        "MONTH, 120.00, 3, 12, USD, 4320.00",
        "MONTH, 0.125, 1, 1, USD, 0.13",
        "ONCE, 500.00, 2.5, 12, USD, 1250.00",
        "YEAR, 180000, 1, 12, JPY, 180000",
        "MONTH, 0.4, 1, 1, JPY, 0",
        "MONTH, 0.5, 1, 1, JPY, 1",
    })
    void a_line_is_rounded_once(
            PricePeriod period, String price, String quantity, int months, String currency, String total) {
        assertThat(period.total(UnitPrice.of(price), Quantity.of(quantity), months, currency))
                .isEqualTo(Money.of(total, currency));
    }

    @Test
    void what_is_charged_once_has_no_end() {
        assertThat(PricePeriod.ONCE.end(TODAY, 12)).isNull();
        assertThat(PricePeriod.MONTH.end(LocalDate.of(2026, 1, 31), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
