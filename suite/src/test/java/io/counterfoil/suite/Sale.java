package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One annual subscription of a customer of its own, sold to a buyer in California by US01, and its first invoice.
 *
 * @param finance who looks at it, and does what is to be done
 */
record Sale(Counterfoil counterfoil, Client finance, String customer, String subscription, String invoiceId) {
    private static final String PLAN = "sale-annual";

    /** Sells for a price a year, before tax. */
    static Sale of(Counterfoil counterfoil, String price) {
        Client finance = counterfoil.as(Endpoint.BILLING, "finance");
        finance.put("/v1/plans/" + PLAN, plan()).ok();
        finance.put("/v1/number-series/US01/CM", Map.of("pattern", "{entity}-CM-{year}-{number:6}"))
                .ok();
        String customer = UUID.randomUUID().toString();
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("customerId", customer);
        wanted.put("legalEntityId", "US01");
        wanted.put("currency", "USD");
        wanted.put("planId", PLAN);
        wanted.put("unitPrice", price);
        wanted.put("quantity", "1");
        wanted.put(
                "billTo",
                Map.of("name", "Northwind Robotics Inc.", "address", Map.of("country", "US", "region", "CA")));
        JsonNode sold = counterfoil
                .as(Endpoint.BILLING, "sales")
                .post("/v1/subscriptions", wanted)
                .expect(201)
                .json();
        return new Sale(
                counterfoil,
                finance,
                customer,
                sold.at("/subscription/subscriptionId").asText(),
                sold.at("/invoice/invoiceId").asText());
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "name",
                PLAN,
                "validFrom",
                "2020-01-01",
                "charges",
                List.of(Map.of(
                        "chargeId", "main",
                        "name", "Main",
                        "kind", "RECURRING",
                        "pricing", "PER_UNIT",
                        "billingPeriod", "YEAR")));
    }

    /** The invoice as it stands. */
    JsonNode invoice() {
        return finance.get("/v1/invoices/" + invoiceId).expect(200).json();
    }

    String number() {
        return invoice().path("invoiceNumber").asText();
    }

    /** Waits until the invoice stands so. */
    void awaitInvoice(String state) {
        await("invoice " + invoiceId + " " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> invoice().path("state").asText().equals(state));
    }

    /** The customer pays it in full, of their own accord; the gateway's id of the payment. */
    String paid() {
        counterfoil.gateway().payInFull(invoice());
        awaitInvoice("PAID");
        return counterfoil.gateway().taken(number()).get(0).path("id").asText();
    }

    /** Stores how the customer pays. */
    void pays(String method) {
        finance.put(
                        "/v1/payment-methods/" + customer,
                        Map.of(
                                "gateway",
                                "stripe",
                                "gatewayCustomer",
                                "cus_" + customer.replace("-", ""),
                                "gatewayMethod",
                                method))
                .expect(200);
    }

    /** The attempts to collect it, in their order. */
    List<JsonNode> attempts() {
        return Books.list(finance.get("/v1/payment-attempts?invoiceId=" + invoiceId)
                .expect(200)
                .json()
                .path("items"));
    }

    /** Waits until the last attempt stands so. */
    JsonNode awaitAttempt(String state) {
        await("attempt for " + invoiceId + " " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    List<JsonNode> all = attempts();
                    return !all.isEmpty()
                            && all.get(all.size() - 1).path("state").asText().equals(state);
                });
        List<JsonNode> all = attempts();
        return all.get(all.size() - 1);
    }

    /** The payments of the customer. */
    List<JsonNode> payments() {
        return Books.list(finance.get("/v1/payments?customerId=" + customer)
                .expect(200)
                .json()
                .path("items"));
    }

    /** Waits until the customer's only payment stands so. */
    JsonNode awaitPayment(String state) {
        await("payment of " + customer + " " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> payments().stream()
                        .anyMatch(one -> one.path("state").asText().equals(state)));
        return payments().get(0);
    }
}
