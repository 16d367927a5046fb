package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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

    /** What the gateway has taken for an invoice, by its own books. */
    List<JsonNode> taken(String invoiceNumber) {
        return Books.list(twin.get("/control/payments").expect(200).json()).stream()
                .filter(intent -> intent.at("/metadata/invoice_number").asText().equals(invoiceNumber))
                .filter(intent -> intent.path("status").asText().equals("succeeded"))
                .toList();
    }

    /** What goes wrong from now on; what is not named goes right. */
    void suffer(Map<String, Integer> faults) {
        twin.put("/control/faults", faults).expect(204);
    }

    /** On what terms money is taken from now on. */
    void terms(Map<String, Object> terms) {
        twin.put("/control/terms", terms).expect(204);
    }

    /** Somebody gives money back in the gateway's own screens. */
    void giveBack(String paymentIntent, long minor) {
        twin.post("/control/refunds", Map.of("paymentIntentId", paymentIntent, "amountMinor", minor))
                .expect(201);
    }

    /** The payer takes all of it back through his bank; the gateway's id of the dispute. */
    String dispute(String paymentIntent) {
        return twin.post("/control/disputes", Map.of("paymentIntentId", paymentIntent, "amountMinor", 0))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** The banks decide. */
    void decide(String dispute, boolean won) {
        twin.post("/control/disputes/" + dispute + "/decision", Map.of("won", won))
                .expect(200);
    }
}
