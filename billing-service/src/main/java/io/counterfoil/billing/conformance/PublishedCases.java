package io.counterfoil.billing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.conformance.ConformanceJson.CaseProof;
import io.counterfoil.billing.conformance.ConformanceJson.Figure;
import io.counterfoil.billing.conformance.ConformanceJson.Proof;
import io.counterfoil.billing.conformance.RatingJson.Request;
import io.counterfoil.common.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The figures that others published, kept as questions to our own price quote and where in its answer they stand. */
final class PublishedCases {

    private static final String FILE = "/conformance/published-cases.json";

    private PublishedCases() {}

    /**
     * @param status V where the figure was read in its source, D where it follows by arithmetic from inputs that were read there
     */
    record PublishedCase(
            String id, String source, String status, String story, Request request, List<PublishedFigure> figures) {

        CaseProof prove() {
            JsonNode answer = Json.strict().valueToTree(PriceQuote.of(request));
            List<Figure> proved =
                    figures.stream().map(figure -> figure.prove(answer)).toList();
            return new CaseProof(
                    id, source, status, story, proved, proved.stream().allMatch(Figure::agrees));
        }
    }

    /**
     * @param at JSON pointer into the answer
     */
    record PublishedFigure(String name, String at, String value) {

        private Figure prove(JsonNode answer) {
            String computed = answer.at(at).asText();
            return new Figure(name, value, computed, value.equals(computed));
        }
    }

    static List<PublishedCase> all() {
        try (InputStream file = PublishedCases.class.getResourceAsStream(FILE)) {
            List<PublishedCase> cases = new ArrayList<>();
            for (JsonNode one : Json.strict().readTree(file)) {
                cases.add(Json.strict().treeToValue(one, PublishedCase.class));
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Proof proof() {
        List<CaseProof> proofs = all().stream().map(PublishedCase::prove).toList();
        List<Figure> figures =
                proofs.stream().flatMap(proof -> proof.figures().stream()).toList();
        int agreeing = (int) figures.stream().filter(Figure::agrees).count();
        return new Proof(proofs.size(), figures.size(), agreeing, proofs);
    }
}
