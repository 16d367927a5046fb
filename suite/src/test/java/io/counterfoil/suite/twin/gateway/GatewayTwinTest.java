package io.counterfoil.suite.twin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.Patience;
import io.counterfoil.suite.twin.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTwinTest {

    private static final String SECRET = "whsec_for_this_test";
    private static final String KEY = "sk_test_for_this_test";
    private static final Patience QUICK =
            new Patience(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(5));

    private final List<Call> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final WebServer listener = WebServer.listen(0).route("POST", "/hooks/stripe", call -> {
        received.add(call);
        return Answer.empty(refusals.getAndDecrement() > 0 ? 500 : 200);
    });
    private final GatewayTwin twin = GatewayTwin.start(new GatewayTwin.Settings(
            0, URI.create("http://localhost:" + listener.port() + "/hooks/stripe"), SECRET, KEY, QUICK));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        twin.close();
        listener.close();
    }

    @Test
    void the_event_is_signed_and_shaped_so_that_the_vendor_s_own_library_takes_it() throws Exception {
        pay("US01-2027-000001", 184025, "USD", "succeeded");
        var event = constructed(awaitReceived(1).get(0), SECRET);
        assertThat(event.getType()).isEqualTo("payment_intent.succeeded");
        PaymentIntent intent =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(intent.getAmountReceived()).isEqualTo(184025);
        assertThat(intent.getCurrency()).isEqualTo("usd");
        assertThat(intent.getMetadata()).containsEntry("invoice_number", "US01-2027-000001");
        assertThat(intent.getLatestCharge()).startsWith("ch_");
    }

    @Test
    void with_another_secret_the_signature_does_not_hold() {
        pay("US01-2027-000001", 100, "USD", "succeeded");
        Call call = awaitReceived(1).get(0);
        assertThatThrownBy(() -> constructed(call, "whsec_another")).isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void a_refund_is_paid_once_for_its_key_also_when_its_answer_never_comes() throws Exception {
        pay("US01-2027-000001", 1000, "USD", "succeeded");
        String intent = json("GET", "/control/payments", "").path(0).path("id").asText();
        json("PUT", "/control/faults", "{\"silentRefunds\":1}");
        assertThatThrownBy(() -> refund(intent, 300)).isInstanceOf(IOException.class);
        assertThat(refund(intent, 300).path("status").asText()).isEqualTo("succeeded");
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isEqualTo(700);
        var event = constructed(awaitReceived(2).get(1), SECRET);
        assertThat(event.getType()).isEqualTo("charge.refunded");
        var charge = (com.stripe.model.Charge)
                event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(charge.getAmountRefunded()).isEqualTo(300);
    }

    @Test
    void money_is_taken_once_for_its_key_also_when_its_answer_never_comes() throws Exception {
        json("PUT", "/control/terms", "{\"feeMinor\":30}");
        json("PUT", "/control/faults", "{\"silentCharges\":1}");
        assertThatThrownBy(() -> charge("one", "pm_card_visa", 1000)).isInstanceOf(IOException.class);
        JsonNode intent = charge("one", "pm_card_visa", 1000);
        assertThat(intent.path("status").asText()).isEqualTo("succeeded");
        assertThat(intent.at("/latest_charge/balance_transaction/fee").asLong()).isEqualTo(30);
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isEqualTo(1000);
        assertThat(json("GET", "/v1/payment_intents?customer=cus_1", "").path("data"))
                .hasSize(1);
        assertThat(charge("one", "pm_card_visa", 999).at("/error/code").asText())
                .isEqualTo("idempotency_key_in_use");
        assertThat(constructed(awaitReceived(1).get(0), SECRET).getType()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void a_method_that_is_made_for_it_is_declined_and_busy_or_broken_nothing_is_taken() throws Exception {
        JsonNode error =
                charge("two", "pm_card_visa_chargeDeclinedLostCard", 1000).path("error");
        assertThat(error.path("decline_code").asText()).isEqualTo("lost_card");
        assertThat(error.at("/payment_intent/status").asText()).isEqualTo("requires_payment_method");
        json("PUT", "/control/faults", "{\"busy\":1,\"broken\":1}");
        assertThat(charge("three", "pm_card_visa", 1000).at("/error/code").asText())
                .isEqualTo("rate_limit");
        assertThat(charge("three", "pm_card_visa", 1000).has("error")).isTrue();
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isZero();
    }

    private JsonNode charge(String key, String method, long amount) throws IOException, InterruptedException {
        String form = "amount=" + amount + "&currency=usd&customer=cus_1&payment_method=" + method
                + "&confirm=true&off_session=true&metadata%5Battempt_id%5D=a1&expand%5B%5D=latest_charge.balance_transaction";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + twin.port() + "/v1/payment_intents"))
                .header("Authorization", "Bearer " + KEY)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return Json.tree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    @Test
    void a_dispute_takes_the_money_until_it_is_won() throws Exception {
        pay("US01-2027-000001", 1000, "USD", "succeeded");
        String intent = json("GET", "/control/payments", "").path(0).path("id").asText();
        String dispute = json("POST", "/control/disputes", "{\"paymentIntentId\":\"" + intent + "\"}")
                .path("id")
                .asText();
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isZero();
        json("POST", "/control/disputes/" + dispute + "/decision", "{\"won\":true}");
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isEqualTo(1000);
        assertThat(constructed(awaitReceived(4).get(3), SECRET).getType()).startsWith("charge.dispute.");
    }

    private JsonNode refund(String intent, long amount) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + twin.port() + "/v1/refunds"))
                .header("Authorization", "Bearer " + KEY)
                .header("Idempotency-Key", "one")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("payment_intent=" + intent + "&amount=" + amount))
                .build();
        return Json.tree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    @Test
    void a_declined_payment_says_why_and_brings_no_money() throws Exception {
        pay("US01-2027-000001", 100, "USD", "failed");
        var event = constructed(awaitReceived(1).get(0), SECRET);
        assertThat(event.getType()).isEqualTo("payment_intent.payment_failed");
        PaymentIntent intent =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo("card_declined");
        assertThat(json("GET", "/control/balance", "").path("usd").asLong()).isZero();
    }

    @Test
    void yen_have_no_decimals() throws Exception {
        pay("JP01-2027-000001", 132000, "JPY", "succeeded");
        var event = constructed(awaitReceived(1).get(0), SECRET);
        PaymentIntent intent =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(intent.getAmount()).isEqualTo(132000);
        assertThat(json("GET", "/control/balance", "").path("jpy").asLong()).isEqualTo(132000);
    }

    @Test
    void an_event_comes_again_with_a_fresh_signature_until_it_is_taken() throws Exception {
        refusals.set(2);
        pay(null, 100, "EUR", "succeeded");
        List<Call> calls = awaitReceived(3);
        assertThat(constructed(calls.get(0), SECRET).getId())
                .isEqualTo(constructed(calls.get(2), SECRET).getId());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> json("GET", "/control/deliveries", "").size() == 3);
    }

    @Test
    void duplicates_and_a_reversed_order_can_be_had() {
        json("PUT", "/control/faults", "{\"duplicates\":1,\"holdAndReverse\":2}");
        pay("first", 100, "EUR", "succeeded");
        pay("second", 100, "EUR", "succeeded");
        assertThat(awaitReceived(4)).hasSize(4);
    }

    @Test
    void payment_intents_are_read_as_the_api_has_them() {
        for (int i = 1; i <= 3; i++) {
            pay("invoice-" + i, 100 * i, "EUR", "succeeded");
        }
        JsonNode page = json("GET", "/v1/payment_intents?limit=2", "");
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(page.at("/data/0/amount").asLong()).isEqualTo(300);
        String last = page.at("/data/1/id").asText();
        JsonNode rest = json("GET", "/v1/payment_intents?starting_after=" + last, "");
        assertThat(rest.path("data")).hasSize(1);
        assertThat(json("GET", "/v1/payment_intents/" + last, "").path("id").asText())
                .isEqualTo(last);
        assertThat(json("GET", "/v1/payment_intents/pi_none", "")
                        .at("/error/code")
                        .asText())
                .isEqualTo("resource_missing");
    }

    private static com.stripe.model.Event constructed(Call call, String secret) throws SignatureVerificationException {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        return Webhook.constructEvent(body, call.header("Stripe-Signature").orElseThrow(), secret);
    }

    private List<Call> awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() >= count);
        return received;
    }

    private void pay(String invoice, long amount, String currency, String outcome) {
        String number = invoice == null ? "null" : '"' + invoice + '"';
        String body =
                "{\"invoiceNumber\":%s,\"customerReference\":\"C-000001\",\"amountMinor\":%d,\"currency\":\"%s\",\"outcome\":\"%s\"}"
                        .formatted(number, amount, currency, outcome);
        assertThat(json("POST", "/control/payments", body).path("eventId").asText())
                .startsWith("evt_");
    }

    private JsonNode json(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + twin.port() + path))
                .header("Authorization", "Bearer " + KEY)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            byte[] answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            return Json.tree(answer.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : answer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
