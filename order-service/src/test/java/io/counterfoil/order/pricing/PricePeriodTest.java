package io.counterfoil.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

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
