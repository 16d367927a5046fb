package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log is JSON; a line says to which business transaction and trace it belongs, and tells no secrets. */
class LogLinesIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();

    @Test
    void a_line_carries_trace_and_correlation_ids() throws IOException {
        Poison poison = Poison.send(counterfoil);
        poison.awaitParkedAndWaive(counterfoil);
        for (Part server : List.of(Part.ORDER, Part.LEDGER, Part.WAREHOUSE)) {
            assertThat(lines(server))
                    .as(server.label())
                    .anyMatch(line -> line.path("ext_correlationId").asText().equals(poison.correlationId())
                            && line.path("ext_traceId").asText().equals(poison.traceId()));
        }
    }

    @Test
    void no_line_tells_a_secret_or_who_our_customers_are() throws IOException {
        orders.awaitState(orders.place(orders.request()), "COMPLETED");
        var secrets = counterfoil.stack().access().secrets();
        for (Part server : Part.servers()) {
            assertThat(Files.readString(counterfoil.stack().log(server)))
                    .as(server.label())
                    .doesNotContain(secrets.of("salesforce.hook"))
                    .doesNotContain(secrets.of("stripe.webhook"))
                    .doesNotContain(secrets.database(server))
                    .doesNotContain("billing@customer-")
                    .doesNotContain("Sample Customer 0");
        }
    }

    private List<JsonNode> lines(Part server) throws IOException {
        try (var lines = Files.lines(counterfoil.stack().log(server))) {
            return lines.filter(line -> line.startsWith("{")).map(Json::read).toList();
        }
    }
}
