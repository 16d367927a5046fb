package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a subscription from outside: what was previewed is invoiced, days go by, and the books balance. */
class SubscriptionLifeIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.BILLING, "sales");

    @BeforeEach
    void plans() {
        plan("life-monthly", "MONTH");
        plan("life-annual", "YEAR");
    }

    /** Kill Bill, TestIntegrationInvoiceWithRepairLogic#testPartialRepairThroughBillingPeriodChange. */
    @Test
    void a_change_on_the_first_day_takes_a_year_back_and_charges_a_month() {
        String id = subscribe("life-annual", "2399.95", "1");
        Map<String, Object> change = Map.of("kind", "PLAN", "planId", "life-monthly", "unitPrice", "249.95");
        JsonNode said = sales.post("/v1/subscriptions/" + id + "/changes/preview", change)
                .expect(200)
                .json();
        assertThat(amounts(said.path("lines"))).containsExactly("-2399.95", "249.95");
        JsonNode invoice = change(id, change);
        assertThat(amounts(invoice.path("lines"))).containsExactly("-2399.95", "249.95");
        assertThat(invoice.path("netAmount")).isEqualTo(said.path("netAmount"));
        assertThat(invoice.path("taxAmount")).isEqualTo(said.path("taxAmount"));
        counterfoil.books().balance();
    }

    /** Kill Bill, TestWithQuantityUpdate: knives at 29.95, seven and then ten. */
    @Test
    void another_quantity_from_the_next_period_on_is_billed_when_its_day_has_come() {
        String id = subscribe("life-monthly", "29.95", "7");
        sales.post(
                        "/v1/subscriptions/" + id + "/changes",
                        Map.of("kind", "QUANTITY", "quantity", "10", "effective", "END_OF_PERIOD"))
                .expect(201);
        counterfoil.stack().time().move(Period.ofMonths(1));
        JsonNode subscription = sales.get("/v1/subscriptions/" + id).expect(200).json();
        assertThat(subscription.path("quantity").asText()).isEqualTo("10");
        assertThat(nets(subscription.path("agreementId").asText())).contains("209.65", "299.50");
        assertThat(kept("service=billing-service&actor=timer:subscription-life&objectId=" + id))
                .as("what the day changed is kept in the timer's name")
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("origin").asText()).isEqualTo("clock");
                    assertThat(entry.at("/before/quantity").asText()).isEqualTo("7");
                    assertThat(entry.at("/after/quantity").asText()).isEqualTo("10");
                });
        assertThat(kept("service=ledger-service&actor=timer:recognition&object=recognition-run"))
                .as("so is the run at the month's end")
                .anySatisfy(entry -> {
                    assertThat(entry.at("/before/state").asText()).isEqualTo("RUNNING");
                    assertThat(entry.at("/after/state").asText()).isEqualTo("COMPLETED");
                });
        counterfoil.books().balance();
    }

    @Test
    void a_pause_takes_back_and_a_resume_charges_and_a_scheduled_end_is_taken_back() {
        String id = subscribe("life-monthly", "31.00", "1");
        counterfoil.stack().time().move(Period.ofDays(3));
        JsonNode paused = change(id, Map.of("kind", "PAUSE", "reason", "holidays"));
        assertThat(paused.path("lines").get(0).path("type").asText()).isEqualTo("REPAIR");
        assertThat(state(id)).isEqualTo("PAUSED");
        counterfoil.stack().time().move(Period.ofDays(4));
        change(id, Map.of("kind", "RESUME"));
        assertThat(state(id)).isEqualTo("ACTIVE");
        String cancel = sales.post(
                        "/v1/subscriptions/" + id + "/changes",
                        Map.of("kind", "CANCEL", "reason", "perhaps", "effective", "END_OF_PERIOD"))
                .expect(201)
                .json()
                .path("changeId")
                .asText();
        sales.send("DELETE", "/v1/subscriptions/" + id + "/changes/" + cancel, null)
                .expect(200);
        assertThat(sales.send("DELETE", "/v1/subscriptions/" + id + "/changes/" + cancel, null)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .as("asked again it is so")
                .isEqualTo("TAKEN_BACK");
        List<JsonNode> history = Books.list(sales.get("/v1/subscriptions/" + id + "/changes")
                .expect(200)
                .json()
                .path("items"));
        assertThat(history)
                .extracting(one -> one.path("state").asText())
                .containsExactly("APPLIED", "APPLIED", "TAKEN_BACK");
        sales.send(
                        "DELETE",
                        "/v1/subscriptions/" + id + "/changes/"
                                + history.get(0).path("changeId").asText(),
                        null)
                .expect(409);
        counterfoil.books().balance();
    }

    @Test
    void what_breaks_a_rule_is_named_and_changes_nothing() {
        String id = subscribe("life-monthly", "10.00", "1");
        String changes = "/v1/subscriptions/" + id + "/changes";
        code(sales.post(changes, Map.of("kind", "RESUME")).expect(409).json(), "illegal-move");
        code(
                sales.post(changes, Map.of("kind", "QUANTITY", "quantity", "2", "effectiveDate", "2001-01-01"))
                        .expect(409)
                        .json(),
                "change-before-start");
        code(
                sales.post(changes, Map.of("kind", "QUANTITY", "quantity", "0"))
                        .expect(422)
                        .json(),
                "invalid");
        code(
                sales.post(changes, Map.of("kind", "RENEW", "termMonths", 12))
                        .expect(409)
                        .json(),
                "nothing-to-renew");
        assertThat(sales.get(changes).expect(200).json().path("items")).isEmpty();
    }

    private static void code(JsonNode problem, String code) {
        assertThat(problem.path("code").asText()).isEqualTo(code);
    }

    private void plan(String id, String period) {
        counterfoil
                .as(Endpoint.BILLING, "finance")
                .put(
                        "/v1/plans/" + id,
                        Map.of(
                                "name",
                                id,
                                "validFrom",
                                "2020-01-01",
                                "charges",
                                List.of(Map.of(
                                        "chargeId", "main",
                                        "name", "Main",
                                        "kind", "RECURRING",
                                        "pricing", "PER_UNIT",
                                        "billingPeriod", period))))
                .ok();
    }

    private String subscribe(String plan, String price, String quantity) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("customerId", UUID.randomUUID());
        wanted.put("legalEntityId", "US01");
        wanted.put("currency", "USD");
        wanted.put("planId", plan);
        wanted.put("unitPrice", price);
        wanted.put("quantity", quantity);
        wanted.put(
                "billTo",
                Map.of("name", "Northwind Robotics Inc.", "address", Map.of("country", "US", "region", "CA")));
        return sales.post("/v1/subscriptions", wanted)
                .expect(201)
                .json()
                .path("subscription")
                .path("subscriptionId")
                .asText();
    }

    /** Changes it now; the invoice of it. */
    private JsonNode change(String id, Map<String, Object> change) {
        String invoice = sales.post("/v1/subscriptions/" + id + "/changes", change)
                .expect(201)
                .json()
                .path("invoiceId")
                .asText();
        return sales.get("/v1/invoices/" + invoice).expect(200).json();
    }

    private String state(String id) {
        return sales.get("/v1/subscriptions/" + id)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    private List<JsonNode> kept(String filter) {
        return Books.list(counterfoil
                .as(Endpoint.WAREHOUSE, "auditor")
                .get("/v1/views/audit/entries?limit=500&" + filter)
                .expect(200)
                .json()
                .path("items"));
    }

    private static List<String> amounts(JsonNode lines) {
        return Books.list(lines).stream()
                .map(line -> line.path("lineNetAmount").path("amount").asText())
                .toList();
    }

    private List<String> nets(String agreement) {
        return Books.list(sales.get("/v1/invoices?orderId=" + agreement)
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(one -> sales.get("/v1/invoices/" + one.path("invoiceId").asText())
                        .expect(200)
                        .json()
                        .path("netAmount")
                        .path("amount")
                        .asText())
                .toList();
    }
}
