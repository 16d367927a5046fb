package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed for another time, another body, or by nobody, is refused; what comes twice has one effect. */
class ForgedWebhooksIT {
    private static final String EVENT =
            """
            {"id":"evt_forged_%s","object":"event","type":"payment_intent.succeeded","created":1767225600,
             "data":{"object":{"id":"pi_forged","object":"payment_intent","amount":100,"currency":"usd"}}}""";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client stripe = counterfoil.anonymous(Endpoint.BILLING);
    private final Client salesforce =
            counterfoil.anonymous(Endpoint.ORDER).with("Content-Type", "text/xml; charset=UTF-8");
    private final String hook =
            "/hooks/salesforce/" + counterfoil.stack().access().secrets().of("salesforce.hook") + "/outbound-messages";

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void an_event_from_the_future_is_refused() throws GeneralSecurityException {
        String body = event();
        long soon = Instant.now().plusSeconds(600).getEpochSecond();
        refused(send(signature(soon, body, secret()), body));
    }

    @Test
    void a_body_that_was_written_again_is_refused() throws GeneralSecurityException {
        String body = event();
        String again = Json.write(Json.read(body));
        assertThat(again).isNotEqualTo(body);
        refused(send(signature(now(), body, secret()), again));
    }

    @Test
    void two_signatures_are_enough_if_one_is_right_and_not_if_none_is() throws GeneralSecurityException {
        String body = event().replace("payment_intent.succeeded", "customer.created");
        String right = hash(now(), body, secret());
        String wrong = hash(now(), body, "whsec_guessed");
        refused(send("t=%d,v1=%s,v1=%s".formatted(now(), wrong, wrong.replace('a', 'b')), body));
        refused(send("t=%d,v0=%s".formatted(now(), right), body));
        send("t=%d,v1=%s,v1=%s".formatted(now(), wrong, hash(now(), body, secret())), body)
                .expect(200, 202, 204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=",
                "t=1,v1=",
                "v1=00",
                "t=now,v1=00",
                "t=1,t=2,v1=00",
                ",,,",
                "t=99999999999999999999,v1=00"
            })
    void a_header_that_says_nothing_is_refused(String header) {
        refused(send(header, event()));
    }

    @Test
    void an_empty_body_is_refused_even_if_it_is_signed() throws GeneralSecurityException {
        refused(send(signature(now(), "", secret()), ""));
    }

    @Test
    void a_body_over_the_limit_is_refused() throws GeneralSecurityException {
        String body = event().replace("pi_forged", "x".repeat(1_100_000));
        assertThat(send(signature(now(), body, secret()), body).status()).isEqualTo(413);
    }

    @Test
    void an_event_that_is_replayed_has_one_effect() {
        String orderId = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitState(orderId, "COMPLETED");
        String invoice =
                counterfoil.orders().invoice(orderId).path("invoiceNumber").asText();
        String event = pay(invoice);
        counterfoil.stack().time().settle();
        String open = openAmount(orderId);
        counterfoil
                .stack()
                .anonymous(Endpoint.GATEWAY)
                .post("/control/events/" + event + "/resend", Map.of("times", 6))
                .expect(200);
        counterfoil.stack().time().settle();
        assertThat(openAmount(orderId)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost:1/x.dtd\"> %p;]><a/>",
                "<?xml-stylesheet href=\"http://localhost:1/x.xsl\"?><!DOCTYPE a><a/>",
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></a>",
                "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>"
            })
    void xml_that_reaches_out_is_refused(String message) {
        Reply reply = salesforce.send("POST", hook, message);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void xml_in_another_encoding_hides_nothing(String encoding) {
        String message = "<?xml version=\"1.0\" encoding=\"" + encoding
                + "\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        Reply reply = salesforce.send("POST", hook, message.getBytes(Charset.forName(encoding)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("root:");
    }

    @Test
    void xml_that_is_nested_without_an_end_is_refused() {
        byte[] message = ("<a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(salesforce.send("POST", hook, message).status()).isEqualTo(400);
    }

    private String pay(String invoice) {
        return counterfoil
                .stack()
                .anonymous(Endpoint.GATEWAY)
                .post(
                        "/control/payments",
                        Map.of(
                                "invoiceNumber",
                                invoice,
                                "amountMinor",
                                1_000,
                                "currency",
                                "USD",
                                "outcome",
                                "succeeded"))
                .expect(201)
                .json()
                .path("eventId")
                .asText();
    }

    private String openAmount(String orderId) {
        return counterfoil.orders().invoice(orderId).path("openAmount").toString();
    }

    private Reply send(String signature, String body) {
        return stripe.with("Stripe-Signature", signature).send("POST", "/hooks/stripe", body);
    }

    private static void refused(Reply reply) {
        reply.expect(400, 401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    private static String event() {
        return EVENT.formatted(UUID.randomUUID().toString().replace("-", ""));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String signature(long time, String body, String secret) throws GeneralSecurityException {
        return "t=" + time + ",v1=" + hash(time, body, secret);
    }

    private static String hash(long time, String body, String secret) throws GeneralSecurityException {
        return Webhook.Util.computeHmacSha256(secret, time + "." + body);
    }

    private String secret() {
        return counterfoil.stack().access().secrets().of("stripe.webhook");
    }
}
