package io.counterfoil.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1e3", "0x10", "1,5", ".5", "5.", "-1", "NaN", "1234567890123", "0.123456789"})
    void a_price_is_a_plain_decimal_in_its_range(String text) {
        assertThatThrownBy(() -> UnitPrice.of(text)).isInstanceOf(NotADecimal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "0.000"})
    void a_quantity_is_more_than_zero(String text) {
        assertThatThrownBy(() -> Quantity.of(text)).isInstanceOf(NotADecimal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "-0.1", "2"})
    void a_tolerated_share_is_from_0_to_1(String text) {
        assertThatThrownBy(() -> ToleratedShare.of(text)).isInstanceOf(NotADecimal.class);
    }

    @ParameterizedTest(name = "{0} in {1} is written {2}")
    @CsvSource({
        "1200, USD, 1200.00",
        "1200.000, USD, 1200.00",
        "0.0125, USD, 0.0125",
        "180000, JPY, 180000",
        "007.50, EUR, 7.50",
        "0, USD, 0.00"
    })
    void a_price_is_written_with_at_least_the_currencys_decimals(String text, String currency, String written) {
        assertThat(UnitPrice.of(text).text(currency)).isEqualTo(written);
    }

    @Test
    void equal_figures_are_equal_however_they_are_written() {
        assertThat(UnitPrice.of("1200")).isEqualTo(UnitPrice.of("1200.00"));
        assertThat(Quantity.of("1.50")).isEqualTo(Quantity.of("1.5"));
    }

    @ParameterizedTest(name = "asked {0}, listed {1}, tolerated {2}: {3}")
    @CsvSource({
        "100, 100, 0, true",
        "99.99, 100, 0, false",
        "90, 100, 0.1, true",
        "89.99, 100, 0.1, false",
        "110, 100, 0.1, true",
        "110.01, 100, 0.1, false",
        "0, 100, 1, true",
    })
    void a_price_may_differ_by_the_tolerated_share_to_both_sides(
            String asked, String listed, String tolerated, boolean within) {
        assertThat(UnitPrice.of(asked).isWithin(ToleratedShare.of(tolerated), UnitPrice.of(listed)))
                .isEqualTo(within);
    }
}
