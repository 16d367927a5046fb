package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The payment gateway, as the customers use it. */
record Gateway(Api twin) {

    /**
     * A customer pays, or tries to; returns when our side has taken the gateway's word for it.
     *
     * @return the gateway's reference of the payment
     */
    String pay(String invoiceNumber, String customer, String amount, String currency, String outcome) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("invoiceNumber", invoiceNumber);
        payment.put("customerReference", customer);
        payment.put("amountMinor", new BigDecimal(amount).unscaledValue().longValueExact());
        payment.put("currency", currency);
        payment.put("outcome", outcome);
        JsonNode answer = twin.post("/control/payments", payment).expect(201).json();
        String event = answer.path("eventId").asText();
        Await.until("delivery of the gateway's event " + event, () -> taken(event));
        return answer.path("paymentIntentId").asText();
    }

    private Optional<JsonNode> taken(String event) {
        for (JsonNode delivery : twin.get("/control/deliveries").expect(200).json()) {
            int status = delivery.path("status").asInt();
            if (delivery.path("eventId").asText().equals(event) && status >= 200 && status < 300) {
                return Optional.of(delivery);
            }
        }
        return Optional.empty();
    }
}
