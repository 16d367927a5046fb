package io.counterfoil.order.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listed at 100 with a tolerance of 10 %, a floor of 70, at most 25 % off, and a margin of 20 % on a cost of 64. */
class ListedPriceTest {

    private static final ListedPrice PRICE = new ListedPrice(
            "book",
            UnitPrice.of("100"),
            ToleratedShare.of("0.10"),
            UnitPrice.of("70"),
            ToleratedShare.of("0.25"),
            UnitPrice.of("64"),
            ToleratedShare.of("0.20"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100, -",
                "90, -",
                "110, -",
                "89.99, PRICE_OUT_OF_TOLERANCE",
                "110.01, PRICE_OUT_OF_TOLERANCE",
                "80, PRICE_OUT_OF_TOLERANCE",
                "79.99, MARGIN_TOO_LOW",
                "75, MARGIN_TOO_LOW",
                "74.99, DISCOUNT_TOO_HIGH",
                "69.99, PRICE_BELOW_FLOOR"
            })
    void the_first_broken_rule_is_named(String asked, PriceRule rule) {
        assertThat(PRICE.brokenBy(UnitPrice.of(asked)).orElse(null)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"90, 80, 110"})
    void what_is_allowed_is_what_breaks_no_rule(String lowest, String withApproval, String highest) {
        assertThat(PRICE.lowest().text("USD")).isEqualTo(lowest + ".00");
        assertThat(PRICE.lowestWithApproval().text("USD")).isEqualTo(withApproval + ".00");
        assertThat(PRICE.highest().text("USD")).isEqualTo(highest + ".00");
        assertThat(PRICE.brokenBy(PRICE.lowest())).isEmpty();
    }
}
