package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** The payment gateway as customers use it. */
record Gateway(Api twin) {

    /** Pays the invoice in full; returns when billing has taken the gateway's word for it. */
    void payInFull(JsonNode invoice) {
        pay(invoice, invoice.path("openAmount").path("amount").asText());
    }

    /** Pays so much of it; returns when billing has taken the gateway's word for it. */
    void pay(JsonNode invoice, String amount) {
        String event = twin.post(
                        "/control/payments",
                        Map.of(
                                "invoiceNumber", invoice.path("invoiceNumber").asText(),
                                "customerReference", "sample customer",
                                "amountMinor",
                                        new BigDecimal(amount).unscaledValue().longValueExact(),
                                "currency",
                                        invoice.at("/payableAmount/currency").asText(),
                                "outcome", "succeeded"))
                .expect(201)
                .json()
                .path("eventId")
                .asText();
        await("delivery of " + event).atMost(Duration.ofSeconds(30)).until(() -> isTaken(event));
    }

    private boolean isTaken(String event) {
        return Books.list(twin.get("/control/deliveries").expect(200).json()).stream()
                .filter(delivery -> delivery.path("eventId").asText().equals(event))
                .anyMatch(delivery -> delivery.path("status").asInt() / 100 == 2);
    }
}
