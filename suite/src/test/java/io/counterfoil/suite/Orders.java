package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders that come by API, each of a customer of its own unless told otherwise. */
record Orders(Counterfoil counterfoil) {
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final ZoneId ZONE_OF_US01 = ZoneId.of("America/New_York");

    /** What a portal would send: a yearly platform and its set-up, from today on. */
    Map<String, Object> request() {
        int number = CUSTOMERS.incrementAndGet();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("customer", customer(number));
        request.put("externalReference", Map.of("system", "portal", "id", "T-" + number));
        request.put("legalEntityId", "US01");
        request.put("currency", "USD");
        request.put("startDate", today().toString());
        request.put("termMonths", 12);
        request.put("paymentTermsDays", 30);
        request.put("lines", List.of(line("PLATFORM-Y", "1200.00"), line("SETUP", "500.00")));
        return request;
    }

    static Map<String, Object> line(String product, String price) {
        return Map.of("productId", product, "quantity", "1", "unitPrice", price);
    }

    static Map<String, Object> customer(int number) {
        return Map.of(
                "reference", Map.of("system", "portal", "id", "C-" + number),
                "legalName", "Sample Customer %04d Inc.".formatted(number),
                "taxRegistrations",
                        List.of(Map.of("scheme", "EIN", "country", "US", "id", "98-%07d".formatted(number))),
                "billingAddress",
                        Map.of(
                                "line1",
                                "1 Sample Street",
                                "city",
                                "Sampleton",
                                "region",
                                "CA",
                                "postalCode",
                                "90001",
                                "country",
                                "US"),
                "email", "billing@customer-%04d.example".formatted(number),
                "segment", "MIDMARKET");
    }

    /** Today, where the legal entity of most tests is. */
    LocalDate today() {
        return LocalDate.ofInstant(counterfoil.stack().time().now(), ZONE_OF_US01);
    }

    /** Places it and returns the order's id. */
    String place(Map<String, Object> request) {
        return counterfoil
                .as(Endpoint.ORDER, "partner")
                .post("/v1/orders", request)
                .expect(201)
                .json()
                .path("orderId")
                .asText();
    }

    List<String> placeMany(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(place(request()));
        }
        return ids;
    }

    JsonNode process(String orderId) {
        return counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/processes/quote-to-cash/" + orderId)
                .expect(200)
                .json();
    }

    JsonNode order(String orderId) {
        return counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/orders/" + orderId)
                .expect(200)
                .json();
    }

    /** The one invoice of the order. */
    JsonNode invoice(String orderId) {
        JsonNode items = counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/invoices?orderId=" + orderId)
                .expect(200)
                .json()
                .path("items");
        if (items.size() != 1) {
            throw new AssertionError("order " + orderId + " has " + items.size() + " invoices: " + items);
        }
        return items.get(0);
    }

    JsonNode awaitState(String orderId, String state) {
        return await("order " + orderId + " in " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> process(orderId),
                        process -> process.path("state").asText().equals(state));
    }

    void awaitCompleted(List<String> orderIds) {
        await("all orders completed")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> unfinished(orderIds) == 0);
    }

    long unfinished(List<String> orderIds) {
        return orderIds.stream()
                .filter(id -> !process(id).path("state").asText().equals("COMPLETED"))
                .count();
    }
}
