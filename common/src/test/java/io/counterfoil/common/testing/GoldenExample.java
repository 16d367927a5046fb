package io.counterfoil.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * The golden example of an event: what the producer's record must write and what every consumer must be able to read.
 *
 * <pre>
 * GoldenExample.of("invoice-issued.v1").assertProduces(fact);                     // in the producer
 * handler.handle(GoldenExample.from("/billing", "invoice-issued.v1").envelope()); // in a consumer
 * </pre>
 */
public final class GoldenExample {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JsonNode event;

    private GoldenExample(Path file) {
        this.event = JsonSchemas.readJson(file);
    }

    /** An example of this service's own, such as {@code invoice-issued.v1}. */
    public static GoldenExample of(String name) {
        return new GoldenExample(file(Path.of("contracts"), name));
    }

    /** An example of another service, read from that service's folder; source as in the event: {@code /billing}. */
    public static GoldenExample from(String source, String name) {
        String context = source.replace("/", "");
        String folder = context.equals("warehouse") ? "warehouse-feed" : context + "-service";
        return new GoldenExample(file(Path.of("..", folder, "contracts"), name));
    }

    /** The event as a consumer's inbox hands it over. */
    public Envelope envelope() {
        return new Envelope(
                UUID.fromString(text("id")),
                text("type"),
                text("source"),
                text("subject"),
                Instant.parse(text("time")),
                text("correlationid"),
                text("causationid"),
                event.get("sequence").asLong(),
                event.get("position").asLong(),
                text("partitionkey"),
                text("legalentity"),
                text("actor"),
                text("traceparent"),
                data().toString().getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode data() {
        return event.get("data");
    }

    /** The data as a record of the consumer's own. */
    public <T> T dataAs(Class<T> type) {
        return envelope().dataAs(type);
    }

    /** The record writes exactly this example, and travels as it says. */
    public void assertProduces(Fact fact) {
        try {
            assertThat(canonical(CANONICAL.readTree(Json.write(fact)))).isEqualTo(canonical(data()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the fact writes no JSON", e);
        }
        assertThat(fact.type()).as("type").isEqualTo(text("type"));
        assertThat(fact.subject()).as("subject").isEqualTo(text("subject"));
        assertThat(fact.partitionKey()).as("partition key").isEqualTo(text("partitionkey"));
        assertThat(fact.legalEntity()).as("legal entity").isEqualTo(text("legalentity"));
    }

    private static Path file(Path contracts, String name) {
        Path file = contracts.resolve("events").resolve(name + ".example.json");
        if (!Files.isRegularFile(file)) {
            throw new AssertionError(
                    "no golden example " + file.toAbsolutePath().normalize());
        }
        return file;
    }

    private static String canonical(JsonNode node) throws JsonProcessingException {
        return CANONICAL.writeValueAsString(CANONICAL.treeToValue(node, Object.class));
    }

    private String text(String attribute) {
        return event.hasNonNull(attribute) ? event.get(attribute).asText() : null;
    }
}
