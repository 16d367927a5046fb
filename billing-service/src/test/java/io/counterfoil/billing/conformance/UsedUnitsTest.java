package io.counterfoil.billing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.rating.NegativeQuantity;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions after units that were billed in part, or came and went: those that make no sense are refused. */
class UsedUnitsTest {

    private static final String TIERS =
            "{'currency': 'USD', 'tiers': [{'upTo': '5', 'unitPrice': '10'}, {'unitPrice': '5'}]}";
    private static final String BLOCKS = "{'currency': 'USD', 'tiers': [{'unitPrice': '5', 'blockSize': '10'}]}";

    @Test
    void what_was_billed_before_and_what_comes_on_top_are_what_all_of_it_costs() {
        assertThat(amount("'pricing': 'GRADUATED', 'price': " + TIERS + ", 'quantity': '4', 'usedBefore': '3'"))
                .isEqualTo("30.00");
        assertThat(amount("'pricing': 'GRADUATED', 'price': " + TIERS + ", 'quantity': '7'"))
                .isEqualTo("60.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pricing': 'GRADUATED', 'price': " + TIERS + ", 'events': ['1'], 'usedBefore': '3'",
                "'pricing': 'VOLUME', 'price': " + TIERS + ", 'events': ['1'], 'proratedEvents': ['1']",
                "'pricing': 'GRADUATED', 'price': " + BLOCKS + ", 'events': ['1'], 'proratedEvents': ['1']",
                "'pricing': 'GRADUATED', 'price': " + TIERS
                        + ", 'included': '1', 'events': ['1'], 'proratedEvents': ['1']",
                "'pricing': 'GRADUATED', 'price': " + TIERS + ", 'events': ['1', '2'], 'proratedEvents': ['1']",
                "'pricing': 'GRADUATED', 'price': " + TIERS + ", 'proratedEvents': ['1']",
                "'unitPrice': '5', 'price': {'currency': 'USD', 'unitPrice': '5', 'flatFeeAtZero': true}",
            })
    void what_makes_no_sense_together_is_refused(String item) {
        assertThatThrownBy(() -> amount(item)).isInstanceOf(Invalid.class);
    }

    @Test
    void less_than_nothing_was_never_used() {
        assertThatThrownBy(() ->
                        amount("'pricing': 'GRADUATED', 'price': " + TIERS + ", 'quantity': '4', 'usedBefore': '-1'"))
                .isInstanceOf(NegativeQuantity.class);
    }

    @Test
    void steps_are_of_the_currency_that_is_asked_for() {
        String asked =
                "{'currency': 'USD', 'items': [{'unitPrice': '10.03'}], 'lineIncrement': {'amount': '%s', 'currency': '%s'}}";
        assertThat(quote(asked.formatted("0.05", "USD")).net().amount()).isEqualTo("10.05");
        assertThatThrownBy(() -> quote(asked.formatted("1", "JPY"))).isInstanceOf(Invalid.class);
    }

    private static String amount(String item) {
        return quote("{'currency': 'USD', 'items': [{" + item + "}]}")
                .items()
                .get(0)
                .amount()
                .amount();
    }

    private static RatingJson.Answer quote(String asked) {
        byte[] question = asked.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return PriceQuote.of(Json.read(question, RatingJson.Request.class));
    }
}
