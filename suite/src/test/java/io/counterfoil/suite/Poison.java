package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A message that calls itself an issued invoice and can't be read. */
record Poison(String subject, String correlationId, String traceId, String body) {

    /** Who listens to billing. */
    static final List<Endpoint> CONSUMERS =
            List.of(Endpoint.CUSTOMER, Endpoint.LEDGER, Endpoint.ORDER, Endpoint.WAREHOUSE);

    static Poison send(Counterfoil counterfoil) {
        String subject = UUID.randomUUID().toString();
        Poison poison = new Poison(
                subject,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString().replace("-", ""),
                "{\"invoiceId\": \"" + subject + "\", \"lines\": 7, oops");
        counterfoil
                .stack()
                .queues()
                .send("billing.events", poison.properties(), poison.body().getBytes(StandardCharsets.UTF_8));
        return poison;
    }

    /** The next one of the same subject, which has to wait behind it. */
    void sendFollower(Counterfoil counterfoil) {
        Map<String, String> properties = properties();
        properties.put("cloudEvents_id", UUID.randomUUID().toString());
        properties.put("cloudEvents_sequence", "1");
        counterfoil.stack().queues().send("billing.events", properties, body.getBytes(StandardCharsets.UTF_8));
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
        attributes.put("id", UUID.randomUUID().toString());
        attributes.put("type", "io.counterfoil.billing.invoice.issued.v1");
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
