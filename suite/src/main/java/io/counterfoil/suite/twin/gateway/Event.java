package io.counterfoil.suite.twin.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as it is sent: one fact about one object, with the object inside. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Event(
        String id,
        String object,
        String apiVersion,
        long created,
        Map<String, Object> data,
        @JsonProperty("livemode") boolean liveMode,
        int pendingWebhooks,
        Map<String, Object> request,
        String type) {

    private static final String API_VERSION = "2025-08-27.basil";

    /** Something that happened to an object. */
    static Event of(String type, Object object, long created) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", null);
        request.put("idempotency_key", null);
        return new Event(
                Ids.next("evt_3"), "event", API_VERSION, created, Map.of("object", object), false, 1, request, type);
    }

    static Event about(PaymentIntent intent) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", Ids.next("req_").substring(0, 18));
        request.put("idempotency_key", null);
        boolean paid = intent.status().equals("succeeded");
        return new Event(
                Ids.next("evt_3"),
                "event",
                API_VERSION,
                intent.created(),
                Map.of("object", intent),
                false,
                1,
                request,
                paid ? "payment_intent.succeeded" : "payment_intent.payment_failed");
    }
}
