package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes together is done together, and comes to the same as one by one: what is wrong with one stops no other. */
class SetsIT {
    private static final int DEALS = 30;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Api crm = counterfoil.stack().anonymous(Endpoint.SALESFORCE);
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");

    @Test
    void deals_that_are_won_together_become_orders_of_their_own_and_the_wrong_one_is_held_alone() {
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            deals.add(counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-PLATFORM-Y", "LS-SETUP"));
        }
        String wrong = deals.get(DEALS / 2);
        crm.post(
                        "/control/records",
                        Json.read("[{\"type\":\"Opportunity\",\"External_Key__c\":\"" + wrong
                                + "\",\"Legal_Entity__c\":\"XX99\"}]"))
                .expect(200);
        crm.put("/control/faults", Map.of("notificationDelayMillis", 1500)).expect(204);
        List<String> opportunities =
                deals.stream().map(deal -> counterfoil.crm().win(deal)).toList();
        crm.put("/control/faults", Map.of()).expect(204);
        Set<String> numbers = new HashSet<>();
        Set<String> correlations = new HashSet<>();
        for (String opportunity : opportunities) {
            boolean isWrong = opportunity.equals(opportunities.get(DEALS / 2));
            JsonNode process = process(opportunity, isWrong ? "HELD" : "COMPLETED");
            numbers.add(process.path("orderNumber").asText());
            correlations.add(process.path("correlationId").asText());
            if (isWrong) {
                assertThat(process.path("reasonCode").asText()).isEqualTo("legal-entity-unknown");
                operator.post(
                                "/v1/orders/" + process.path("orderId").asText() + "/cancellation",
                                Map.of("reason", "the deal was wrong"))
                        .expect(200);
            }
            assertThat(counterfoil.crm().contradictions(opportunity)).isEmpty();
        }
        assertThat(numbers).hasSize(DEALS);
        assertThat(correlations).hasSize(DEALS);
        counterfoil.books().balance();
    }

    @Test
    void many_customers_at_once_are_new_known_or_refused_each_by_itself() {
        Map<String, Object> company = customers.company();
        Map<String, Object> known = customers.company();
        String path = Customers.reference("crm");
        String knownId = Customers.id(customers.say(path, known));
        JsonNode items = customers
                .integration()
                .post(
                        "/v1/customers/by-reference",
                        Map.of(
                                "handling",
                                "record",
                                "items",
                                List.of(
                                        item("sets-new-" + company.get("email"), company),
                                        item(path.substring(path.lastIndexOf('/') + 1), known),
                                        item("sets-same-" + company.get("email"), company),
                                        item("sets-bad", Customers.but(company, "email", "no address")))))
                .expect(200)
                .json()
                .path("items");
        assertThat(items.path(0).path("status").asInt()).isEqualTo(201);
        assertThat(items.path(0).at("/credit/decision").asText()).isEqualTo("APPROVED");
        assertThat(items.path(1).path("status").asInt()).isEqualTo(200);
        assertThat(items.at("/1/customer/customerId").asText()).isEqualTo(knownId);
        assertThat(items.at("/1/customer/version").asInt()).isEqualTo(1);
        assertThat(items.at("/2/customer/customerId").asText())
                .isEqualTo(items.at("/0/customer/customerId").asText());
        assertThat(items.at("/2/customer/matchedBy").asText()).isEqualTo("NAME_AND_DOMAIN");
        assertThat(items.path(3).path("status").asInt()).isEqualTo(422);
        assertThat(items.at("/3/problem/code").asText()).isEqualTo("invalid");
        customers
                .integration()
                .post("/v1/customers/by-reference", Map.of("items", List.of()))
                .expect(422);
    }

    private static Map<String, Object> item(String id, Map<String, Object> company) {
        return Map.of(
                "system",
                "crm",
                "id",
                id,
                "customer",
                company,
                "wanted",
                Map.of("amount", "100.00", "currency", "USD"));
    }

    private JsonNode process(String opportunity, String state) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals(state));
    }
}
