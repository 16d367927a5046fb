package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A message that calls itself a fact of billing, an issued invoice if nothing else is said, and can't be read. */
record Poison(String subject, String type, String correlationId, String traceId, String body) {

    /** Who listens to billing. */
    static final List<Endpoint> CONSUMERS =
            List.of(Endpoint.CUSTOMER, Endpoint.LEDGER, Endpoint.ORDER, Endpoint.WAREHOUSE);

    static Poison send(Counterfoil counterfoil) {
        return send(counterfoil, "invoice.issued");
    }

    static Poison send(Counterfoil counterfoil, String fact) {
        String subject = UUID.randomUUID().toString();
        Poison poison = new Poison(
                subject,
                "io.counterfoil.billing." + fact + ".v1",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString().replace("-", ""),
                "{\"invoiceId\": \"" + subject + "\", \"lines\": 7, oops");
        poison.send(counterfoil, poison.properties());
        return poison;
    }

    /** The very same message once more. */
    void sendAgain(Counterfoil counterfoil) {
        send(counterfoil, properties());
    }

    private void send(Counterfoil counterfoil, Map<String, String> properties) {
        counterfoil.stack().queues().send("billing.events", properties, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The next one of the same subject, which has to wait behind it. */
    void sendFollower(Counterfoil counterfoil) {
        Map<String, String> properties = properties();
        properties.put("cloudEvents_id", UUID.randomUUID().toString());
        properties.put("cloudEvents_sequence", "1");
        send(counterfoil, properties);
    }

    /** Two people agree that it needs no effect, in each service that parked it. */
    void awaitParkedAndWaive(Counterfoil counterfoil) {
        for (Endpoint consumer : CONSUMERS) {
            Workbench workbench = new Workbench(counterfoil, consumer);
            JsonNode parked = workbench.awaitOpen(subject, 1).get(0);
            workbench.waive(parked.path("id").asText(), "sent by a test");
        }
    }

    /** Position and sequence 0 belong to no event of billing's own. */
    private Map<String, String> properties() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put(
                "id",
                UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString());
        attributes.put("type", type);
        attributes.put("source", "/billing");
        attributes.put("subject", subject);
        attributes.put("time", Instant.EPOCH.toString());
        attributes.put("datacontenttype", "application/json");
        attributes.put("correlationid", correlationId);
        attributes.put("sequence", "0");
        attributes.put("position", "0");
        attributes.put("partitionkey", subject);
        attributes.put("traceparent", "00-" + traceId + "-00000000000000aa-01");
        Map<String, String> properties = new HashMap<>();
        attributes.forEach((name, value) -> properties.put("cloudEvents_" + name, value));
        return properties;
    }
}
