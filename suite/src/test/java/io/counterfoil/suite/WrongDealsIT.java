package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong deals are held, each for a reason of its own with an owner and a remedy, and nobody downstream hears of them. */
class WrongDealsIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Api crm = counterfoil.stack().anonymous(Endpoint.SALESFORCE);
    private final Customers customers = new Customers(counterfoil);
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");

    @Test
    void wrong_deals_give_a_reason_each_and_no_downstream_write() {
        String today = counterfoil.orders().today().toString();
        Map<String, String> reasons = new LinkedHashMap<>();
        counterfoil.stack().time().settle();
        Map<String, Integer> downstream = downstream();
        reasons.put(wrong(today, "Opportunity", "\"Term_Months__c\":0"), "terms-not-sensible");
        reasons.put(wrong(today, "Opportunity", "\"Legal_Entity__c\":\"XX99\""), "legal-entity-unknown");
        reasons.put(wrong(today, "Opportunity", "\"CurrencyIsoCode\":\"SEK\""), "currency-not-sold");
        reasons.put(wrong(today, "OpportunityLineItem", "\"UnitPrice\":1.00"), "price-out-of-tolerance");
        reasons.put(wrong(today, "OpportunityLineItem", "\"ProductCode\":\"LS-NOBODY-KNOWS\""), "product-not-mapped");
        reasons.forEach((opportunity, code) -> {
            JsonNode held = held(opportunity);
            assertThat(held.path("reasonCode").asText()).isEqualTo(code);
            assertThat(held.path("owner").asText()).isNotBlank();
            assertThat(held.path("remedy").asText()).isNotBlank();
            JsonNode order = counterfoil.orders().order(held.path("orderId").asText());
            assertThat(order.hasNonNull("customerId")).isFalse();
            assertThat(order.hasNonNull("contractId")).isFalse();
        });
        counterfoil.stack().time().settle();
        assertThat(downstream()).isEqualTo(downstream);
        reasons.keySet().forEach(opportunity -> operator.post(
                        "/v1/orders/" + held(opportunity).path("orderId").asText() + "/cancellation",
                        Map.of("reason", "the deal was wrong"))
                .expect(200));
        counterfoil.books().balance();
    }

    @Test
    void a_family_that_is_not_in_order_gives_its_reason_and_when_it_is_the_orders_go_on_by_themselves() {
        Buyer below = buyer();
        String parent = anybody();
        relate(below.customerId(), "PARENT", parent);
        move(parent, "SUSPENDED");
        Buyer billed = buyer();
        String payer = anybody();
        String relationship = relate(billed.customerId(), "BILL_TO", payer);
        move(payer, "SUSPENDED");
        Buyer circled = buyer();
        String top = anybody();
        String middle = anybody();
        relate(middle, "PARENT", top);
        relate(circled.customerId(), "PARENT", middle);
        after(top, "merge", Map.of("into", circled.customerId(), "reason", "one company"));
        counterfoil.stack().time().settle();
        Map<String, Integer> downstream = downstream();
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(below.buysAgain(counterfoil), "parent-not-active");
        reasons.put(billed.buysAgain(counterfoil), "bill-to-not-active");
        reasons.put(circled.buysAgain(counterfoil), "hierarchy-circle");
        reasons.forEach((order, code) -> {
            JsonNode held = counterfoil.orders().awaitState(order, "HELD");
            assertThat(held.path("reasonCode").asText()).isEqualTo(code);
            assertThat(held.path("owner").asText()).isNotBlank();
            assertThat(held.path("remedy").asText()).isNotBlank();
            assertThat(counterfoil.orders().order(order).hasNonNull("contractId"))
                    .isFalse();
        });
        counterfoil.stack().time().settle();
        assertThat(downstream()).isEqualTo(downstream);
        move(parent, "ACTIVE");
        after(billed.customerId(), "relationships/" + relationship + "/end", Map.of("reason", "it pays itself"));
        after(top, "unmerge", Map.of("reason", "two companies"));
        counterfoil.orders().awaitCompleted(List.copyOf(reasons.keySet()));
        counterfoil.books().balance();
    }

    /** Somebody who has bought before. */
    private Buyer buyer() {
        Map<String, Object> request = counterfoil.orders().request();
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        return new Buyer(
                request, counterfoil.orders().order(order).path("customerId").asText());
    }

    private record Buyer(Map<String, Object> request, String customerId) {

        String buysAgain(Counterfoil counterfoil) {
            Map<String, Object> again = new LinkedHashMap<>(request);
            again.put("externalReference", Map.of("system", "portal", "id", "again-" + customerId));
            return counterfoil.orders().place(again);
        }
    }

    private String relate(String customer, String kind, String other) {
        return customers
                .operator()
                .post(
                        "/v1/customers/" + customer + "/relationships",
                        Map.of("kind", kind, "customerId", other, "validFrom", "2026-01-01", "reason", "a test"))
                .expect(201)
                .json()
                .path("relationshipId")
                .asText();
    }

    private void after(String customer, String act, Map<String, String> body) {
        customers.operator().post("/v1/customers/" + customer + "/" + act, body).expect(200);
    }

    private void move(String customer, String state) {
        counterfoil
                .as(Endpoint.CUSTOMER, "finance")
                .with("If-Match", customers.tag(customer))
                .put("/v1/customers/" + customer + "/state", Map.of("state", state, "reason", "a test"))
                .expect(200);
    }

    private String anybody() {
        return Customers.id(customers.say(Customers.reference("crm"), customers.company()));
    }

    /** A deal that is right but for one field; returns the opportunity's record id once it is won. */
    private String wrong(String start, String type, String field) {
        String deal = counterfoil.crm().deal(start, "LS-SETUP");
        String key = type.equals("Opportunity") ? deal : deal + ".LS-SETUP";
        crm.post(
                        "/control/records",
                        Json.read("[{\"type\":\"" + type + "\",\"External_Key__c\":\"" + key + "\"," + field + "}]"))
                .expect(200);
        return counterfoil.crm().win(deal);
    }

    private JsonNode held(String opportunity) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("HELD"));
    }

    /** How many there are of what an order that went on would leave behind. */
    private Map<String, Integer> downstream() {
        Client finance = counterfoil.as(Endpoint.BILLING, "finance");
        return Map.of(
                "customers", customers.operator().all("/v1/customers").size(),
                "contracts", operator.all("/v1/contracts").size(),
                "subscriptions", finance.all("/v1/subscriptions").size(),
                "invoices", finance.all("/v1/invoices").size());
    }
}
