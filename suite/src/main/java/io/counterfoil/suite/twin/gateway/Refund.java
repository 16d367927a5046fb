package io.counterfoil.suite.twin.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refund as the API of 2025 shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Refund(
        String id,
        String object,
        long amount,
        String charge,
        long created,
        String currency,
        Map<String, String> metadata,
        String paymentIntent,
        String reason,
        String status) {

    static Refund of(PaymentIntent intent, long amount, Map<String, String> metadata, long created) {
        return new Refund(
                Ids.next("re_3"),
                "refund",
                amount,
                intent.latestCharge(),
                created,
                intent.currency(),
                metadata,
                intent.id(),
                "requested_by_customer",
                "succeeded");
    }

    /** The charge of a payment of which so much was given back. */
    static Map<String, Object> charge(PaymentIntent intent, long givenBack) {
        Map<String, Object> charge = new LinkedHashMap<>();
        charge.put("id", intent.latestCharge());
        charge.put("object", "charge");
        charge.put("amount", intent.amountReceived());
        charge.put("amount_refunded", givenBack);
        charge.put("currency", intent.currency());
        charge.put("customer", intent.customer());
        charge.put("metadata", intent.metadata());
        charge.put("payment_intent", intent.id());
        charge.put("refunded", givenBack == intent.amountReceived());
        charge.put("status", "succeeded");
        return charge;
    }
}
