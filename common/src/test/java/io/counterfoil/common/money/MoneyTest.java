package io.counterfoil.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.counterfoil.common.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"249.95, USD, 24995", "12000, JPY, 12000", "1.005, KWD, 1005", "-0.01, EUR, -1", "0.00, USD, 0"})
    void is_whole_minor_units_of_its_currency(String amount, String currency, long minor) {
        assertThat(Money.of(amount, currency).minor()).isEqualTo(minor);
        assertThat(Money.ofMinor(minor, currency).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, USD",
        "1, USD",
        "1.000, USD",
        "1.0, JPY",
        "1.00, KWD",
        "1e2, JPY",
        "+1.00, USD",
        "'1,00', EUR",
        "'', USD",
        "99999999999999999.00, USD",
        "NaN, JPY",
        "' 1.00', USD"
    })
    void refuses_what_has_other_decimals_than_its_currency_or_is_no_number(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(NotAnAmount.class);
    }

    @Test
    void refuses_what_is_no_currency() {
        assertThatThrownBy(() -> Money.of("1.00", "ZZZ")).isInstanceOf(UnknownCurrency.class);
        assertThatThrownBy(() -> Money.ofMinor(1, null)).isInstanceOf(UnknownCurrency.class);
        assertThatThrownBy(() -> Money.zero("XAU")).isInstanceOf(UnknownCurrency.class);
    }

    @Test
    void amounts_of_two_currencies_never_meet() {
        Money dollar = Money.of("1.00", "USD");
        Money euro = Money.of("1.00", "EUR");
        assertThatThrownBy(() -> dollar.plus(euro)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> dollar.minus(euro)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> dollar.compareTo(euro)).isInstanceOf(CurrencyMismatch.class);
    }

    @Test
    void an_overflow_is_an_error_and_never_another_figure() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "USD");
        Money least = Money.ofMinor(Long.MIN_VALUE, "USD");
        assertThatThrownBy(() -> most.plus(Money.ofMinor(1, "USD"))).isInstanceOf(AmountTooLarge.class);
        assertThatThrownBy(() -> least.minus(Money.ofMinor(1, "USD"))).isInstanceOf(AmountTooLarge.class);
        assertThatThrownBy(least::negated).isInstanceOf(AmountTooLarge.class);
    }

    @Test
    void adds_subtracts_and_compares_like_figures() {
        Money ten = Money.of("10.00", "EUR");
        Money three = Money.of("3.00", "EUR");
        assertThat(ten.plus(three)).isEqualTo(Money.of("13.00", "EUR"));
        assertThat(three.minus(ten)).isEqualTo(Money.of("-7.00", "EUR"));
        assertThat(three.minus(ten).abs()).isEqualTo(Money.of("7.00", "EUR"));
        assertThat(ten.min(three)).isEqualTo(three);
        assertThat(ten).isGreaterThan(three);
        assertThat(ten.negated().isNegative()).isTrue();
        assertThat(ten.minus(ten).isZero()).isTrue();
    }

    @Test
    void travels_as_a_decimal_text_with_its_currency() throws JsonProcessingException {
        assertThat(Json.write(Money.of("249.95", "USD"))).isEqualTo("{\"amount\":\"249.95\",\"currency\":\"USD\"}");
        assertThat(Json.strict().readValue("{\"amount\":\"12000\",\"currency\":\"JPY\"}", Money.class))
                .isEqualTo(Money.ofMinor(12000, "JPY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":249.95,\"currency\":\"USD\"}",
                "{\"amount\":\"249.9\",\"currency\":\"USD\"}",
                "{\"amount\":\"249.95\",\"currency\":\"usd\"}",
                "{\"amount\":\"249.95\"}",
                "{\"amount\":\"249.95\",\"currency\":\"USD\",\"colour\":\"green\"}"
            })
    void other_forms_are_refused_where_they_are_read(String json) {
        assertThatThrownBy(() -> Json.strict().readValue(json, Money.class)).isInstanceOf(JsonMappingException.class);
    }
}
