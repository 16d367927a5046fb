package io.counterfoil.billing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.conformance.ConformanceJson.Proof;
import io.counterfoil.billing.conformance.PublishedCases.PublishedCase;
import io.counterfoil.billing.conformance.PublishedCases.PublishedFigure;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PublishedCasesTest {

    @TestFactory
    Stream<DynamicTest> we_compute_what_others_published() {
        return PublishedCases.all().stream()
                .map(published -> DynamicTest.dynamicTest(published.id() + ": " + published.story(), () -> assertThat(
                                published.prove().figures())
                        .as(published.source())
                        .allSatisfy(figure ->
                                assertThat(figure.computed()).as(figure.name()).isEqualTo(figure.expected()))));
    }

    @Test
    void the_page_of_proof_counts_what_agrees() {
        Proof proof = PublishedCases.proof();
        assertThat(proof.agreeing()).isEqualTo(proof.figures()).isGreaterThan(150);
        assertThat(proof.items()).hasSize(proof.cases());
    }

    /** A walk over millions of years would end the server. */
    @Test
    void days_of_no_contract_are_refused_and_not_walked_to() throws Exception {
        RatingJson.Request asked = Json.strict()
                .readValue(
                        """
                        {"currency": "USD", "items": [{"pricing": "PER_UNIT", "price": {"currency": "USD", "unitPrice": "1"},
                         "span": {"billingPeriod": "DAY", "start": "2026-01-01", "end": "+999999999-12-31"}}]}
                        """,
                        RatingJson.Request.class);
        assertThatThrownBy(() -> PriceQuote.of(asked)).isInstanceOf(Invalid.class);
    }

    /** The published figures are kept twice, by different hands: here and where they were collected. */
    @Test
    void our_figures_are_those_that_were_collected() throws Exception {
        String fixtures = System.getProperty("counterfoil.fixtures");
        Path collected = fixtures == null
                ? null
                : Path.of(fixtures).resolveSibling("oracles").resolve("oracles.json");
        Assumptions.assumeTrue(collected != null && Files.exists(collected), "the collected figures are not here");
        Map<String, String> ours = new HashMap<>();
        for (PublishedCase published : PublishedCases.all()) {
            for (PublishedFigure figure : published.figures()) {
                ours.put(figure.name(), figure.value());
            }
        }
        int compared = 0;
        for (JsonNode amount : Json.lenient().readTree(collected.toFile()).get("amounts")) {
            String own = ours.get(amount.get("id").asText());
            if (own != null) {
                compared++;
                assertThat(new BigDecimal(own).abs())
                        .as(amount.get("id").asText())
                        .isEqualByComparingTo(
                                new BigDecimal(amount.get("expected").asText()).abs());
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
