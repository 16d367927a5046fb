package io.counterfoil.order.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.order.pricebook.ListedPrice;
import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listed at 100 with a tolerance of 10 %, a floor of 70, at most 25 % off, and a margin of 20 % on a cost of 64. */
class PriceCheckTest {

    private static final ListedPrice LISTED = new ListedPrice(
            "book",
            UnitPrice.of("100"),
            ToleratedShare.of("0.10"),
            UnitPrice.of("70"),
            ToleratedShare.of("0.25"),
            UnitPrice.of("64"),
            ToleratedShare.of("0.20"));

    @ParameterizedTest
    @CsvSource({
        "69.99, price-below-floor, 70.00",
        "74.99, discount-too-high, 75.00",
        "79.99, margin-too-low, 80.00",
        "89.99, price-out-of-tolerance, 0.1"
    })
    void we_read_which_rule_is_broken_and_a_partner_only_that_the_price_is_not_allowed(
            String asked, String code, String bound) {
        OrderNotAcceptable inside = new OrderNotAcceptable(
                List.of(PriceCheck.breach("X in USD", "USD", LISTED, UnitPrice.of(asked), "/lines/0/unitPrice")
                        .orElseThrow()));
        OrderNotAcceptable outside = inside.toOutsiders();

        assertThat(inside.code()).isEqualTo(code);
        assertThat(inside.getMessage()).contains(bound);
        assertThat(outside.code()).isEqualTo("price-out-of-tolerance");
        assertThat(outside.getMessage())
                .isEqualTo(
                        "The price " + asked + " of X in USD differs from the listed 100.00 by more than is allowed");
        assertThat(outside.errors()).extracting("pointer").containsExactly("/lines/0/unitPrice");
        assertThat(outside.errors()).extracting("detail").containsExactly(outside.getMessage());
    }
}
