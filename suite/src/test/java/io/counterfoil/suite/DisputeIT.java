package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a customer disputes is held out of dunning, decided by another person, and credited where it is accepted. */
class DisputeIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client support = counterfoil.as(Endpoint.ORDER, "support", "asks@counterfoil.example");
    private final Client decider = counterfoil.as(Endpoint.ORDER, "finance", "decides@counterfoil.example");
    private final Client billing = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void what_is_accepted_is_credited_and_posted() {
        String invoice = invoice();
        String dispute = raised(invoice, "100.00");
        JsonNode open = awaitState(dispute, "OPEN");
        assertThat(billing.get("/v1/invoice-disputes/"
                                + open.path("billingDisputeId").asText())
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("OPENED");
        assertThat(counterfoil
                        .as(Endpoint.ORDER, "finance", "asks@counterfoil.example")
                        .post("/v1/disputes/" + dispute + "/decision", Map.of("accepted", true))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("own-dispute");
        decider.post("/v1/disputes/" + dispute + "/decision", Map.of("accepted", true, "note", "we were wrong"))
                .expect(200);
        JsonNode done = awaitState(dispute, "ACCEPTED");
        assertThat(done.path("states").findValuesAsText("state")).startsWith("OPENING", "OPEN", "CREDITING");
        assertThat(billing.get("/v1/credit-memos/" + done.path("creditMemoId").asText())
                        .expect(200)
                        .json()
                        .path("invoiceId")
                        .asText())
                .isEqualTo(invoice);
        decider.post("/v1/disputes/" + dispute + "/decision", Map.of("accepted", true))
                .expect(409);
        counterfoil.books().balance();
    }

    @Test
    void what_is_rejected_stays_owed_and_more_than_is_open_is_refused() {
        String invoice = invoice();
        String much = raised(invoice, "100000.00");
        assertThat(awaitState(much, "REFUSED").path("note").asText()).contains("dispute-exceeds-open");
        Map<String, Object> all = Map.of("invoiceId", invoice, "reasonCode", "WRONG", "reason", "not as agreed");
        String dispute = support.post("/v1/disputes", all)
                .expect(201)
                .json()
                .path("disputeId")
                .asText();
        awaitState(dispute, "OPEN");
        decider.post("/v1/disputes/" + dispute + "/decision", Map.of("accepted", false))
                .expect(200);
        JsonNode done = awaitState(dispute, "REJECTED");
        assertThat(billing.get("/v1/invoice-disputes/"
                                + done.path("billingDisputeId").asText())
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("REJECTED");
        assertThat(support.get("/v1/disputes?invoiceId=" + invoice)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(2);
        support.post("/v1/disputes", Map.of("invoiceId", invoice)).expect(422);
        support.get("/v1/disputes/" + UUID.randomUUID()).expect(404);
        decider.post("/v1/disputes/" + UUID.randomUUID() + "/decision", Map.of("accepted", true))
                .expect(404);
        decider.post("/v1/disputes/" + dispute + "/decision", Map.of("note", "perhaps"))
                .expect(422);
        support.post(
                        "/v1/disputes",
                        Map.of("invoiceId", UUID.randomUUID().toString(), "reasonCode", "WRONG", "reason", "whose?"))
                .expect(404);
        counterfoil.books().balance();
    }

    @Test
    void one_that_billing_opened_itself_is_followed() {
        String invoice = invoice();
        String held = billing.post(
                        "/v1/invoice-disputes",
                        Map.of(
                                "invoiceId",
                                invoice,
                                "amount",
                                Map.of("amount", "10.00", "currency", "USD"),
                                "reasonCode",
                                "WRONG"))
                .expect(201)
                .json()
                .path("disputeId")
                .asText();
        String dispute = await("the process")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> support.get("/v1/disputes?invoiceId=" + invoice)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("OPEN"))
                .path("disputeId")
                .asText();
        billing.post("/v1/invoice-disputes/" + held + "/decision", Map.of("verdict", "REJECT"))
                .expect(200);
        awaitState(dispute, "REJECTED");
    }

    @Test
    void what_is_disputed_is_not_dunned_until_it_is_decided() {
        Map<String, Object> stage = Map.of("stage", "stop", "daysOverdue", 5, "act", "SUSPEND");
        billing.put(
                        "/v1/dunning-policies/disputing",
                        Map.of(
                                "legalEntityId",
                                "US01",
                                "segment",
                                "disputing",
                                "validFrom",
                                "2020-01-01",
                                "stages",
                                List.of(stage)))
                .ok();
        String invoice = invoice();
        String customer = billing.get("/v1/invoices/" + invoice)
                .expect(200)
                .json()
                .path("customerId")
                .asText();
        billing.put("/v1/billing-profiles/" + customer, Map.of("segment", "disputing"))
                .ok();
        String dispute = support.post(
                        "/v1/disputes", Map.of("invoiceId", invoice, "reasonCode", "WRONG", "reason", "not as agreed"))
                .expect(201)
                .json()
                .path("disputeId")
                .asText();
        awaitState(dispute, "OPEN");
        counterfoil.stack().time().move(Period.ofDays(30 + 5 + 2));
        JsonNode waiting =
                billing.get("/v1/dunning-cases/" + invoice).expect(200).json();
        assertThat(waiting.path("state").asText()).isEqualTo("PAUSED");
        assertThat(waiting.path("acts")).isEmpty();
        decider.post("/v1/disputes/" + dispute + "/decision", Map.of("accepted", false))
                .expect(200);
        awaitState(dispute, "REJECTED");
        counterfoil.stack().time().move(Period.ofDays(3));
        JsonNode dunned =
                billing.get("/v1/dunning-cases/" + invoice).expect(200).json();
        assertThat(dunned.path("state").asText()).isEqualTo("OPEN");
        assertThat(dunned.at("/acts/0/stage").asText()).isEqualTo("stop");
        counterfoil.books().balance();
    }

    private String raised(String invoice, String amount) {
        return support.post(
                        "/v1/disputes",
                        Map.of(
                                "invoiceId",
                                invoice,
                                "amount",
                                Map.of("amount", amount, "currency", "USD"),
                                "reasonCode",
                                "NOT_DELIVERED",
                                "reason",
                                "it never arrived"))
                .expect(201)
                .json()
                .path("disputeId")
                .asText();
    }

    private String invoice() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("SETUP", "500.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        return counterfoil.orders().invoice(order).path("invoiceId").asText();
    }

    private JsonNode awaitState(String dispute, String state) {
        return await("dispute " + dispute + " in " + state)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> support.get("/v1/disputes/" + dispute).expect(200).json(),
                        found -> found.path("state").asText().equals(state));
    }
}
