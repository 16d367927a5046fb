package io.counterfoil.order.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.pricebook.PriceCheckJson.Line;
import io.counterfoil.order.pricebook.PriceCheckJson.Question;
import io.counterfoil.order.pricebook.PriceCheckJson.Verdict;
import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner hears of a price: whether it may ask it, and what is listed. */
class PriceVerdictTest {

    private static final ListedPrice LISTED = new ListedPrice(
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
            value = {"95, true, -", "85, false, PRICE_OUT_OF_TOLERANCE", "60, false, PRICE_OUT_OF_TOLERANCE"})
    void no_bound_and_no_rule_that_would_tell_one(String asked, boolean allowed, PriceRule rule) {
        Verdict told = Verdict.of(new Line("X", asked), UnitPrice.of(asked), LISTED, "USD")
                .toOutsiders();

        assertThat(told)
                .isEqualTo(new Verdict("X", asked + ".00", allowed, rule, false, null, "100.00", null, null, null));
        assertThat(Json.write(told)).doesNotContain("70", "75", "80.00", "90.00", "110");
    }

    @Test
    void what_is_not_listed_is_called_so() {
        Verdict told =
                Verdict.of(new Line("X", "95"), UnitPrice.of("95"), null, "USD").toOutsiders();

        assertThat(told.rule()).isEqualTo(PriceRule.PRICE_NOT_LISTED);
    }

    @Test
    void a_partner_asks_for_the_channels_through_which_it_may_order() {
        assertThat(asking(null).scope(false).channel()).isEqualTo("partner");
        assertThat(asking("api").scope(false).channel()).isEqualTo("api");
        assertThatThrownBy(() -> asking("fair").scope(false)).isInstanceOf(Invalid.class);
        assertThat(asking("fair").scope(true).channel()).isEqualTo("fair");
        assertThat(asking(null).scope(true).channel()).isNull();
    }

    private static Question asking(String channel) {
        return new Question("US01", "USD", null, null, channel, null, List.of());
    }
}
