package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can't be done is kept for somebody who can mend it, and stops nobody else. */
class ParkingIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void a_poison_message_is_parked_with_its_bytes_and_its_neighbours_go_on() {
        Poison poison = Poison.send(counterfoil);
        String neighbour = orders.place(orders.request());
        orders.awaitState(neighbour, "COMPLETED");

        for (Endpoint consumer : Poison.CONSUMERS) {
            Workbench workbench = new Workbench(counterfoil, consumer);
            JsonNode parked = workbench.awaitOpen(poison.subject(), 1).get(0);
            assertThat(parked.path("class").asText()).isEqualTo("POISON");
            assertThat(parked.path("owner").asText()).isNotBlank();
            assertThat(parked.path("reason").asText()).isNotBlank();
            assertThat(parked.path("remedy").asText()).isNotBlank();
            assertThat(workbench.original(id(parked))).isEqualTo(poison.body());
        }
        poison.awaitParkedAndWaive(counterfoil);
        assertThat(counterfoil.stack().queues().count("dead-letters")).isZero();
    }

    @Test
    void an_event_that_no_rule_can_post_waits_with_its_followers_until_there_is_a_rule() {
        LegalEntities entities = new LegalEntities(counterfoil);
        entities.addWithoutRules("ZZ01");
        Map<String, Object> request = orders.request();
        request.put("legalEntityId", "ZZ01");
        String refused = orders.place(request);
        String neighbour = orders.place(orders.request());
        orders.awaitState(neighbour, "COMPLETED");
        orders.awaitState(refused, "AWAITING_POSTING");

        Workbench ledger = new Workbench(counterfoil, Endpoint.LEDGER);
        String invoiceId = orders.invoice(refused).path("invoiceId").asText();
        JsonNode parked = ledger.awaitOpen(invoiceId, 1).get(0);
        assertThat(parked.path("class").asText()).isEqualTo("MAPPING");
        assertThat(parked.path("owner").asText()).isEqualTo("revenue-operations");
        assertThat(parked.path("remedy").asText()).isNotBlank();
        assertThat(ledger.original(id(parked))).contains("\"invoiceId\":\"" + invoiceId + "\"");
        counterfoil.gateway().payInFull(orders.invoice(refused));
        List<JsonNode> waiting = ledger.awaitOpen(invoiceId, 2);
        assertThat(waiting.get(1).path("waitsFor").asText()).isEqualTo(id(parked));

        assertThat(ledger.replay(id(parked)).status())
                .as("the cause is not mended yet")
                .isEqualTo(422);
        assertThat(counterfoil.books().entriesOf(invoiceId)).isEmpty();
        entities.addRules("ZZ01");
        ledger.replay(id(parked)).expect(200);

        orders.awaitState(refused, "COMPLETED");
        ledger.awaitOpen(invoiceId, 0);
        assertThat(counterfoil.books().entriesOf(invoiceId)).hasSize(1);
        ledger.replayAll();
    }

    @Test
    void an_order_with_an_unknown_product_is_held_for_its_owner_and_goes_on_when_the_mapping_is_there() {
        String deal = counterfoil.crm().deal(orders.today().toString(), "LS-ANALYTICS-M");
        String opportunity = counterfoil.crm().win(deal);
        JsonNode held = awaitHeld(opportunity);
        assertThat(held.path("owner").asText()).isEqualTo("revenue-operations");
        assertThat(held.path("reason").asText()).contains("LS-ANALYTICS-M");
        assertThat(held.path("remedy").asText()).isNotBlank();

        String mapping = "/v1/product-mappings/salesforce/LS-ANALYTICS-M";
        Client operator = counterfoil.as(Endpoint.ORDER, "operator");
        operator.put(mapping, Map.of("productId", "ANALYTICS-M")).expect(200, 201);
        operator.post(mapping + "/approval", null).expect(403);
        counterfoil
                .as(Endpoint.ORDER, "controller")
                .post(mapping + "/approval", null)
                .expect(200);
        new Workbench(counterfoil, Endpoint.ORDER)
                .replay(held.path("exceptionId").asText())
                .expect(200);
        orders.awaitState(held.path("orderId").asText(), "COMPLETED");
    }

    private JsonNode awaitHeld(String opportunity) {
        return await("a held process of " + opportunity)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> counterfoil
                                .as(Endpoint.ORDER, "operator")
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .path("items")
                                .path(0),
                        process -> process.path("state").asText().equals("HELD"));
    }

    private static String id(JsonNode exception) {
        return exception.path("id").asText();
    }
}
