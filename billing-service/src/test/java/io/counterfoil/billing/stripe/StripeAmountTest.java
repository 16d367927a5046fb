package io.counterfoil.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CU-01 to CU-04: docs.stripe.com/currencies. */
class StripeAmountTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "184025, usd, 1840.25 USD",
        "5000, jpy, 5000 JPY",
        "5000, krw, 5000 KRW",
        "5120, kwd, 5.120 KWD",
        "50000, isk, 500 ISK",
        "50000, ugx, 500 UGX",
        "500, mga, 500.00 MGA",
        "69180, huf, 691.80 HUF"
    })
    void an_integer_of_the_gateway_is_money(long amount, String currency, String money) {
        assertThat(StripeAmount.of(amount, currency)).hasToString(money);
    }

    @Test
    void a_fraction_that_the_currency_does_not_have_is_refused() {
        assertThatThrownBy(() -> StripeAmount.of(50_050, "isk")).isInstanceOf(StripeAmount.FinerThanCurrency.class);
    }
}
