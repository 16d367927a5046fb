package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same as on the screen, for programs. */
record Report(
        boolean asTheScriptSays,
        String from,
        String to,
        List<Line> transactions,
        JsonNode trialBalances,
        JsonNode reconciliation,
        JsonNode monthEnd,
        List<Check> checks) {

    /** One transaction. */
    record Line(
            String key,
            String customer,
            String title,
            String orderNumber,
            String state,
            boolean asTheScriptSays,
            List<Check> checks,
            JsonNode timeline) {

        static Line of(Outcome outcome) {
            return new Line(
                    outcome.transaction().key(),
                    outcome.transaction().customer(),
                    outcome.transaction().title(),
                    outcome.order().path("orderNumber").asText(),
                    outcome.state(),
                    outcome.asTheScriptSays(),
                    outcome.checks(),
                    outcome.timeline());
        }
    }

    static Report of(FirstDay first, List<Outcome> outcomes, Proof proof, MonthEnd monthEnd, Checks checks) {
        return new Report(
                checks.failed().isEmpty() && outcomes.stream().allMatch(Outcome::asTheScriptSays),
                first.date().toString(),
                first.date().plusMonths(1).toString(),
                outcomes.stream().map(Line::of).toList(),
                proof.trialBalances(),
                proof.reconciliation(),
                monthEnd.json(),
                checks.all());
    }

    /** The play did not come to its end. */
    static Report stuck(FirstDay first, RuntimeException why) {
        Check check = new Check("the play", "comes to its end", String.valueOf(why.getMessage()));
        return new Report(
                false,
                first.date().toString(),
                first.date().plusMonths(1).toString(),
                List.of(),
                null,
                null,
                null,
                List.of(check));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    Json.MAPPER
                            .writer()
                            .with(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
