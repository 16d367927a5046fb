package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers as other systems and people bring them to customer-service. */
record Customers(Counterfoil counterfoil) {

    Client integration() {
        return counterfoil.as(Endpoint.CUSTOMER, "integration");
    }

    Client operator() {
        return counterfoil.as(Endpoint.CUSTOMER, "operator");
    }

    /** A company that nobody knows yet: its name and domain are its own. */
    Map<String, Object> company() {
        String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Map<String, Object> company = new HashMap<>();
        company.put("legalName", "Company " + mark + " Inc.");
        company.put("email", "billing@" + mark + ".example");
        company.put("currency", "USD");
        company.put(
                "billingAddress",
                Map.of(
                        "line1",
                        "1 Sample Street",
                        "city",
                        "Sampleton",
                        "region",
                        "CA",
                        "postalCode",
                        mark.substring(0, 6),
                        "country",
                        "US"));
        return company;
    }

    /** The same, with one thing said otherwise. */
    static Map<String, Object> but(Map<String, Object> company, String attribute, Object value) {
        Map<String, Object> other = new HashMap<>(company);
        other.put(attribute, value);
        return other;
    }

    static String reference(String system) {
        return "/v1/customers/by-reference/" + system + "/" + UUID.randomUUID();
    }

    /** What the system says of it; the answer must be good. */
    JsonNode say(String path, Map<String, Object> company) {
        return integration().put(path, company).expect(200, 201).json();
    }

    JsonNode get(String customerId) {
        return operator().get("/v1/customers/" + customerId).expect(200).json();
    }

    String tag(String customerId) {
        return operator().get("/v1/customers/" + customerId).expect(200).header("ETag");
    }

    /** A person changes something, having read the record. */
    JsonNode change(String customerId, Map<String, Object> patch) {
        return operator()
                .with("If-Match", tag(customerId))
                .patch("/v1/customers/" + customerId, patch)
                .expect(200)
                .json();
    }

    /** Who owns what from now on: one person proposes it, another approves. */
    JsonNode hold(List<Map<String, Object>> rules) {
        JsonNode proposed = counterfoil
                .as(Endpoint.CUSTOMER, "controller")
                .post("/v1/ownership-matrices", Map.of("rules", rules, "reason", "a test"))
                .expect(201)
                .json();
        return counterfoil
                .as(Endpoint.CUSTOMER, "controller", "checker@counterfoil.example")
                .post("/v1/ownership-matrices/" + proposed.path("version").asText() + "/approval", Map.of())
                .expect(200)
                .json();
    }

    static Map<String, Object> rule(String item, String system, String right, String authority) {
        return Map.of("object", "CUSTOMER", "item", item, "system", system, "right", right, "authority", authority);
    }

    List<JsonNode> items(String path) {
        return Books.list(operator().get(path).expect(200).json().path("items"));
    }

    static String id(JsonNode customer) {
        return customer.path("customerId").asText();
    }
}
