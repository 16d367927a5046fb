package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import io.counterfoil.suite.stack.Endpoint;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the gateway tells that nobody can do anything with. */
record WrongMoney(Counterfoil counterfoil) {

    /** Signed by the gateway, and without an amount. */
    String brokenWebhook() throws GeneralSecurityException {
        String id = "evt_" + UUID.randomUUID().toString().replace("-", "");
        String body = "{\"id\":\"" + id
                + "\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\",\"created\":1767225600,"
                + "\"data\":{\"object\":{\"id\":\"pi_" + id
                + "\",\"object\":\"payment_intent\",\"currency\":\"usd\"}}}";
        long now = Instant.now().getEpochSecond();
        String secret = counterfoil.stack().access().secrets().of("stripe.webhook");
        counterfoil
                .anonymous(Endpoint.BILLING)
                .with(
                        "Stripe-Signature",
                        "t=" + now + ",v1=" + Webhook.Util.computeHmacSha256(secret, now + "." + body))
                .send("POST", "/hooks/stripe", body)
                .expect(200);
        return id;
    }

    /** Money that names an invoice which nobody has written. */
    String cashOfNobody() {
        Map<String, Object> paid = new HashMap<>();
        paid.put("invoiceNumber", "NOBODY-" + UUID.randomUUID());
        paid.put("customerReference", "nobody");
        paid.put("amountMinor", 4711);
        paid.put("currency", "USD");
        paid.put("outcome", "succeeded");
        String intent = counterfoil
                .stack()
                .anonymous(Endpoint.GATEWAY)
                .post("/control/payments", paid)
                .expect(201)
                .json()
                .path("paymentIntentId")
                .asText();
        return await("the payment is known")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> counterfoil
                                .as(Endpoint.BILLING, "finance")
                                .get("/v1/payments?gatewayReference=" + intent)
                                .expect(200)
                                .json()
                                .at("/items/0/paymentId")
                                .asText(),
                        id -> !id.isEmpty());
    }
}
