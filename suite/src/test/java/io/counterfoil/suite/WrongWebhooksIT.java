package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not who he says, or sends what bites, is refused at the door. */
class WrongWebhooksIT {
    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>%s
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
             <soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">
              <OrganizationId>%s</OrganizationId><ActionId>04k000000000001AAA</ActionId><SessionId>secret-session</SessionId>
              <EnterpriseUrl>x</EnterpriseUrl><PartnerUrl>x</PartnerUrl>
              <Notification><Id>04l0000000%05dAAA</Id><sObject xsi:type="sf:Opportunity"><sf:Id>%s</sf:Id></sObject></Notification>
             </notifications></soapenv:Body>
            </soapenv:Envelope>
            """;
    private static final String ORGANIZATION = "00D000000000001AAA";
    private static final String EVENT =
            """
            {"id":"evt_wrong_%s","object":"event","type":"payment_intent.succeeded","created":1767225600,
             "data":{"object":{"id":"pi_wrong","object":"payment_intent","amount":100,"currency":"usd"}}}""";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client salesforce =
            counterfoil.anonymous(Endpoint.ORDER).with("Content-Type", "text/xml; charset=UTF-8");
    private final Client stripe = counterfoil.anonymous(Endpoint.BILLING);
    private final String hook =
            "/hooks/salesforce/" + counterfoil.stack().access().secrets().of("salesforce.hook") + "/outbound-messages";

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;\">]>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/evil.dtd\">"
            })
    void hostile_xml_is_refused(String doctype) {
        String message = ENVELOPE.formatted(doctype, ORGANIZATION, 1, doctype.contains("ENTITY") ? "&x;" : "006");
        assertThat(problem(salesforce.send("POST", hook, message), 400)).doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<a/>", "<soapenv:Envelope/>", "{\"json\":true}"})
    void malformed_xml_is_refused(String message) {
        problem(salesforce.send("POST", hook, message), 400);
    }

    @Test
    void a_wrong_secret_or_organisation_is_refused() {
        String message = ENVELOPE.formatted("", ORGANIZATION, 2, "006000000000001AAA");
        problem(salesforce.send("POST", "/hooks/salesforce/guessed/outbound-messages", message), 401);
        String foreign = ENVELOPE.formatted("", "00D000000000999AAA", 3, "006000000000001AAA");
        problem(salesforce.send("POST", hook, foreign), 401);
    }

    @Test
    void a_message_over_the_limit_is_refused() {
        problem(salesforce.send("POST", hook, "<a>" + "x".repeat(1_100_000) + "</a>"), 413);
    }

    @Test
    void an_event_with_a_wrong_signature_is_refused() throws GeneralSecurityException {
        String body = EVENT.formatted("signature");
        long now = Instant.now().getEpochSecond();
        problem(stripe.send("POST", "/hooks/stripe", body), 400, 401);
        problem(stripe.with("Stripe-Signature", "nonsense").send("POST", "/hooks/stripe", body), 400, 401);
        problem(signed(body, now, "whsec_guessed").send("POST", "/hooks/stripe", body), 400, 401);
        problem(signed(body, now, secret()).send("POST", "/hooks/stripe", body.replace("100", "999")), 400, 401);
    }

    @Test
    void a_stale_event_is_refused() throws GeneralSecurityException {
        String body = EVENT.formatted("stale");
        long longAgo = Instant.now().minusSeconds(301).getEpochSecond();
        problem(signed(body, longAgo, secret()).send("POST", "/hooks/stripe", body), 400, 401);
    }

    @Test
    void an_event_that_no_one_asked_for_is_taken_without_effect() throws GeneralSecurityException {
        String body = EVENT.formatted("other").replace("payment_intent.succeeded", "customer.created");
        signed(body, Instant.now().getEpochSecond(), secret())
                .send("POST", "/hooks/stripe", body)
                .expect(200, 202, 204);
    }

    private Client signed(String body, long time, String secret) throws GeneralSecurityException {
        String signature = Webhook.Util.computeHmacSha256(secret, time + "." + body);
        return stripe.with("Stripe-Signature", "t=" + time + ",v1=" + signature);
    }

    private String secret() {
        return counterfoil.stack().access().secrets().of("stripe.webhook");
    }

    private static String problem(Reply reply, int... statuses) {
        reply.expect(statuses);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("code").asText()).isNotBlank();
        return reply.text();
    }
}
