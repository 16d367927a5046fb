package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is finally refused downstream is taken back by itself: nothing is left of it in any book. */
class FinalRefusalIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");
    private final Leftovers leftovers = new Leftovers(counterfoil);
    private final Api crm = counterfoil.stack().anonymous(Endpoint.SALESFORCE);

    @Test
    void what_billing_gives_up_is_cancelled_by_itself() {
        new Products(counterfoil).addYear("REFUSED-Y", "no-such-plan");
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("REFUSED-Y", "1200.00")));
        String order = counterfoil.orders().place(request);
        JsonNode held = counterfoil.orders().awaitState(order, "HELD");
        assertThat(held.path("reason").asText()).isNotBlank();
        giveUp(order);
        assertThat(counterfoil
                        .orders()
                        .awaitState(order, "CANCELLED")
                        .path("states")
                        .toString())
                .contains("finally refused");
        assertThat(leftovers.billed(order)).isEqualByComparingTo("0");
        counterfoil.books().balance();
    }

    @Test
    void a_rule_makes_a_refusal_final_and_what_was_billed_comes_to_nothing_in_every_book() {
        String tomorrow = counterfoil.orders().today().plusDays(1).toString();
        String deal = counterfoil.crm().deal(tomorrow, "LS-PLATFORM-Y", "LS-SETUP");
        String order = awaitProcess(counterfoil.crm().win(deal), "AWAITING_ACTIVATION");
        await("the CRM knows the order")
                .atMost(Duration.ofSeconds(30))
                .until(() -> counterfoil.crm().opportunity(deal).toString().contains("ACCEPTED"));
        operator.put("/v1/refusal-rules/refused-by-salesforce", Map.of("finalAfter", "PT0S"))
                .ok();
        crm.put("/control/faults", Map.of("failNext", 1, "failStatus", 400)).expect(204);
        try {
            counterfoil.stack().time().move(Period.ofDays(2));
            await("the compensation has begun").atMost(Duration.ofSeconds(40)).until(() -> reversal(order) != null);
        } finally {
            crm.put("/control/faults", Map.of()).expect(204);
            operator.send("DELETE", "/v1/refusal-rules/refused-by-salesforce", null)
                    .expect(204);
        }
        JsonNode done = await("the compensation")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> reversal(order),
                        found -> found.path("state").asText().equals("COMPLETED"));
        assertThat(done.path("createdBy").asText()).isNotEqualTo("operator@counterfoil.example");
        assertThat(counterfoil.orders().order(order).path("state").asText()).isEqualTo("CANCELLED");
        await("the CRM is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> counterfoil.crm().opportunity(deal).toString().contains("CANCELLED"));
        leftovers.assertNone(order);
        assertThat(leftovers.journal(order)).as("what the journal had of it").isNotEmpty();
    }

    @Test
    void what_the_ledger_gives_up_is_taken_back_and_nobody_waits_for_what_takes_it_back() {
        new LegalEntities(counterfoil).addWithoutRules("US06");
        new LegalEntities(counterfoil).addRulesBut("US06", "invoice");
        counterfoil
                .as(Endpoint.BILLING, "finance")
                .put("/v1/number-series/US06/CM", Map.of("pattern", "{entity}-CM-{year}-{number:6}"))
                .ok();
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-PLATFORM-Y", "LS-SETUP");
        crm.post(
                        "/control/records",
                        Json.read("[{\"type\":\"Opportunity\",\"External_Key__c\":\"" + deal
                                + "\",\"Legal_Entity__c\":\"US06\"}]"))
                .expect(200);
        String order = awaitProcess(counterfoil.crm().win(deal), "AWAITING_POSTING");
        String invoice = counterfoil.orders().invoice(order).path("invoiceId").asText();
        Workbench ledger = new Workbench(counterfoil, Endpoint.LEDGER);
        JsonNode parked = ledger.awaitOpen(invoice, 1).get(0);
        assertThat(parked.path("code").asText()).isEqualTo("no-posting-rule");
        ledger.waive(parked.path("id").asText(), "this company will never have such a rule");
        counterfoil.orders().awaitState(order, "CANCELLED");
        assertThat(reversal(order).path("state").asText()).isEqualTo("COMPLETED");
        await("the CRM is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> counterfoil.crm().opportunity(deal).toString().contains("CANCELLED"));
        leftovers.assertNone(order);
        assertThat(codes("/v1/exceptions?state=RESOLVED&limit=500&customerId=" + leftovers.customer(order)))
                .as("what was passed over, with its reason")
                .contains("takes-back-unposted");
        assertThat(codes("/v1/exceptions?open=true&limit=500&customerId=" + leftovers.customer(order)))
                .as("what somebody at the ledger has to do")
                .isEmpty();
    }

    @Test
    void one_part_of_a_deal_that_is_finally_refused_takes_the_other_part_back() {
        new LegalEntities(counterfoil).addWithoutRules("US05");
        new LegalEntities(counterfoil).addRules("US05");
        new Products(counterfoil).addYear("REFUSED-Z", "no-such-plan-either");
        Map<String, Object> request = counterfoil.orders().request();
        Map<String, Object> other = new HashMap<>(Orders.line("REFUSED-Z", "1200.00"));
        other.put("legalEntityId", "US05");
        request.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00"), other));
        String first = counterfoil.orders().place(request);
        String second = operator.get("/v1/orders/" + first + "/deal")
                .expect(200)
                .json()
                .at("/parts/1/orderId")
                .asText();
        counterfoil.orders().awaitState(first, "COMPLETED");
        counterfoil.orders().awaitState(second, "HELD");
        giveUp(second);
        counterfoil.orders().awaitState(second, "CANCELLED");
        counterfoil.orders().awaitState(first, "CANCELLED");
        leftovers.assertNone(first);
        assertThat(leftovers.journal(first)).as("what the journal had of it").isNotEmpty();
    }

    @Test
    void rules_are_read_and_wrong_ones_refused() {
        operator.put("/v1/refusal-rules/out-of-stock", Map.of("finalAfter", "P30D"))
                .ok();
        operator.put("/v1/refusal-rules/out-of-stock", Map.of("finalAfter", "P20D"))
                .expect(428);
        operator.with("If-Match", "\"99\"")
                .put("/v1/refusal-rules/out-of-stock", Map.of("finalAfter", "P20D"))
                .expect(412);
        operator.put("/v1/refusal-rules/another", Map.of("finalAfter", "soon")).expect(422);
        assertThat(operator.get("/v1/refusal-rules")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("reasonCode"))
                .contains("out-of-stock");
        operator.send("DELETE", "/v1/refusal-rules/out-of-stock", null).expect(204);
        operator.send("DELETE", "/v1/refusal-rules/out-of-stock", null).expect(404);
    }

    private List<String> codes(String exceptions) {
        return counterfoil
                .as(Endpoint.LEDGER, "operator")
                .get(exceptions)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("code");
    }

    /** Two people of billing agree that the order will never be billed. */
    private void giveUp(String order) {
        Workbench billing = new Workbench(counterfoil, Endpoint.BILLING);
        JsonNode first = await("the exception of " + order)
                .atMost(Duration.ofSeconds(30))
                .until(() -> billing.open(order), found -> !found.isEmpty())
                .get(0);
        billing.waive(first.path("id").asText(), "this plan will never exist");
    }

    private JsonNode reversal(String order) {
        JsonNode items = operator.get("/v1/order-reversals?orderId=" + order)
                .expect(200)
                .json()
                .path("items");
        return items.isEmpty() ? null : items.get(0);
    }

    private String awaitProcess(String opportunity, String state) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals(state))
                .path("orderId")
                .asText();
    }
}
