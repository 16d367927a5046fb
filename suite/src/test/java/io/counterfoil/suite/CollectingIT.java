package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices of customers who have stored a card are collected through the gateway; whatever goes wrong, money is taken once. */
class CollectingIT {
    private static final String BROKE = "pm_card_visa_chargeDeclinedInsufficientFunds";
    private static final String STOLEN = "pm_card_visa_chargeDeclinedStolenCard";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Gateway gateway = counterfoil.gateway();

    @AfterEach
    void the_gateway_is_well_again_and_the_books_balance() {
        gateway.suffer(Map.of());
        gateway.terms(Map.of());
        counterfoil.books().balance();
    }

    @Test
    void on_the_due_date_it_is_collected_with_what_the_gateway_keeps() {
        gateway.terms(Map.of("feeMinor", 349));
        Sale sale = Sale.of(counterfoil, "100.00");
        sale.pays("pm_card_visa");
        assertThat(sale.attempts()).isEmpty();
        counterfoil.stack().time().move(Period.ofDays(31));
        sale.awaitInvoice("PAID");
        JsonNode attempt = sale.awaitAttempt("SUCCEEDED");
        assertThat(attempt.path("cause").asText()).isEqualTo("SCHEDULE");
        JsonNode payment = sale.payments().get(0);
        assertThat(payment.path("paymentId")).isEqualTo(attempt.path("attemptId"));
        assertThat(payment.at("/fee/amount").asText()).isEqualTo("3.49");
        assertThat(gateway.taken(sale.number())).hasSize(1);
    }

    /** The gateway takes the money and its answer is lost; then it can't be asked for a while. */
    @Test
    void without_an_answer_nothing_is_tried_until_the_gateway_was_asked_and_the_money_is_taken_once() {
        Sale sale = Sale.of(counterfoil, "120.00");
        sale.pays("pm_card_visa");
        gateway.suffer(Map.of("silentCharges", 9, "unreadable", 1000, "delayMillis", 600_000));
        String attempt = collect(sale).expect(201).json().path("attemptId").asText();
        sale.awaitAttempt("UNKNOWN");
        assertThat(sale.payments().get(0).path("state").asText()).isEqualTo("UNKNOWN");
        refused(collect(sale), "outcome-unknown");
        assertThat(sale.invoice().path("state").asText()).isEqualTo("ISSUED");
        gateway.suffer(Map.of("delayMillis", 600_000));
        sale.finance()
                .post("/v1/payment-attempts/" + attempt + "/inquiry", null)
                .expect(202);
        sale.awaitInvoice("PAID");
        assertThat(sale.attempts()).hasSize(1);
        assertThat(gateway.taken(sale.number()))
                .as("charges in the gateway's books")
                .hasSize(1);
        refused(sale.finance().post("/v1/payment-attempts/" + attempt + "/inquiry", null), "illegal-move");
        refused(collect(sale), "nothing-to-collect");
    }

    @Test
    void what_nobody_can_find_out_finance_decides() {
        Sale sale = Sale.of(counterfoil, "130.00");
        sale.pays("pm_card_visa");
        gateway.suffer(Map.of("broken", 1000, "unreadable", 1000));
        String path = "/v1/payment-attempts/"
                + collect(sale).expect(201).json().path("attemptId").asText();
        sale.awaitAttempt("UNKNOWN");
        Map<String, Object> seen = Map.of("outcome", "FAILED", "reason", "Not in the gateway's books");
        JsonNode resolved =
                sale.finance().post(path + "/resolution", seen).expect(200).json();
        assertThat(resolved.path("state").asText()).isEqualTo("FAILED");
        assertThat(resolved.path("resolvedBy").asText()).isNotBlank();
        refused(sale.finance().post(path + "/resolution", seen), "illegal-move");
        gateway.suffer(Map.of());
        collect(sale).expect(201);
        sale.awaitInvoice("PAID");
        assertThat(gateway.taken(sale.number())).hasSize(1);
    }

    @Test
    void a_card_without_money_is_tried_again_on_the_days_of_the_policy_and_a_busy_gateway_at_once() {
        Sale sale = Sale.of(counterfoil, "140.00");
        sale.pays(BROKE);
        collect(sale).expect(201);
        JsonNode first = sale.awaitAttempt("FAILED");
        assertThat(first.path("decline").asText()).isEqualTo("SOFT");
        assertThat(first.path("failureCode").asText()).isEqualTo("insufficient_funds");
        refused(collectAs(sale, "sales"), "role-missing");
        gateway.suffer(Map.of("busy", 2));
        counterfoil.stack().time().move(Period.ofDays(3));
        List<JsonNode> both = sale.attempts();
        assertThat(both).hasSize(2);
        sale.awaitAttempt("FAILED");
        String next = sale.finance()
                .get("/v1/payment-attempts/" + both.get(1).path("attemptId").asText())
                .expect(200)
                .json()
                .path("nextAttemptOn")
                .asText();
        assertThat(next).as("five days after the second one").isNotBlank();
        sale.pays("pm_card_visa");
        counterfoil.stack().time().move(Period.ofDays(31));
        sale.awaitInvoice("PAID");
        assertThat(gateway.taken(sale.number())).hasSize(1);
    }

    @Test
    void a_stolen_card_is_not_tried_again_and_without_a_card_nothing_is() {
        Sale sale = Sale.of(counterfoil, "150.00");
        refused(collect(sale), "no-payment-method");
        sale.pays(STOLEN);
        collect(sale).expect(201);
        JsonNode failed = sale.awaitAttempt("FAILED");
        assertThat(failed.path("decline").asText()).isEqualTo("HARD");
        counterfoil.stack().time().move(Period.ofDays(8));
        assertThat(sale.attempts()).hasSize(1);
        String path = "/v1/payment-methods/" + sale.customer();
        assertThat(sale.finance().get(path).expect(200).json().path("version").asInt())
                .isEqualTo(1);
        sale.finance().send("DELETE", path, null).expect(204);
        sale.finance().get(path).expect(404);
        gateway.payInFull(sale.invoice());
        sale.awaitInvoice("PAID");
    }

    private Reply collect(Sale sale) {
        return collectAs(sale, "finance");
    }

    private Reply collectAs(Sale sale, String role) {
        return counterfoil
                .as(Endpoint.BILLING, role)
                .post("/v1/payment-attempts", Map.of("invoiceId", sale.invoiceId()));
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.status()).isIn(403, 409);
        assertThat(reply.json().path("code").asText()).isEqualTo(code);
    }
}
