package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.demo.SecondPerson;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goods: put aside, back-ordered, shipped, told to the CRM, returned; and free again when an order comes to nothing. */
class AvailabilityIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client warehouse = counterfoil.as(Endpoint.ORDER, "operator");
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void an_order_waits_for_goods_and_goes_on_by_itself_when_they_come_in() {
        goods("GADGET", 3, false);
        String first = order("GADGET", "2");
        counterfoil.orders().awaitState(first, "COMPLETED");
        assertThat(level("GADGET").path("free").asInt()).isEqualTo(1);
        String second = order("GADGET", "2");
        JsonNode held = counterfoil.orders().awaitState(second, "HELD");
        assertThat(held.path("reasonCode").asText()).isEqualTo("out-of-stock");
        assertThat(counterfoil.orders().order(second).hasNonNull("contractId")).isFalse();
        warehouse
                .post("/v1/stock-levels/GADGET/receipts", Map.of("quantity", 1, "reference", "delivery 7"))
                .expect(200);
        counterfoil.orders().awaitState(second, "COMPLETED");
        assertThat(level("GADGET").path("free").asInt()).isZero();
        assertThat(allocation(second).path("state").asText()).isEqualTo("ALLOCATED");
        counterfoil.books().balance();
    }

    @Test
    void a_back_order_is_filled_oldest_first_and_a_shipment_returns_to_the_crm_and_a_return_restores_stock() {
        goods("WIDGET", 0, true);
        String deal = deal("WIDGET");
        String order = completedDeal(counterfoil.crm().win(deal));
        assertThat(allocation(order).path("state").asText()).isEqualTo("BACK_ORDERED");
        String younger = order("WIDGET", "1");
        counterfoil.orders().awaitState(younger, "COMPLETED");
        assertThat(warehouse
                        .post("/v1/shipments", Map.of("orderId", order))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("not-put-aside");
        warehouse
                .post("/v1/stock-levels/WIDGET/receipts", Map.of("quantity", 1))
                .expect(200);
        assertThat(allocation(order).path("state").asText()).isEqualTo("ALLOCATED");
        assertThat(allocation(younger).path("state").asText()).isEqualTo("BACK_ORDERED");
        JsonNode shipment = warehouse
                .post("/v1/shipments", Map.of("orderId", order, "carrier", "Parcel Post", "trackingReference", "PP-7"))
                .expect(201)
                .json();
        assertThat(shipment.path("complete").asBoolean()).isTrue();
        await("the CRM knows of the shipment").atMost(Duration.ofSeconds(30)).until(() -> counterfoil
                .crm()
                .opportunity(deal)
                .path("Counterfoil_Shipment_Status__c")
                .asText()
                .equals("SHIPPED"));
        assertThat(warehouse
                        .get("/v1/shipments?orderId=" + order)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        returned(order);
        assertThat(allocation(order).path("state").asText()).isEqualTo("RETURNED");
        assertThat(allocation(younger).path("state").asText())
                .as("what came back goes to who waits")
                .isEqualTo("ALLOCATED");
        counterfoil.books().balance();
    }

    @Test
    void what_was_put_aside_is_free_again_when_the_order_is_compensated() {
        goods("GIZMO", 5, false);
        String order = order("GIZMO", "4");
        counterfoil.orders().awaitState(order, "COMPLETED");
        assertThat(level("GIZMO").path("allocated").asInt()).isEqualTo(4);
        counterfoil
                .as(Endpoint.ORDER, "support")
                .post("/v1/order-reversals", Map.of("orderId", order, "kind", "COMPENSATION", "reason", "refused"))
                .expect(201);
        counterfoil.orders().awaitState(order, "CANCELLED");
        assertThat(level("GIZMO").path("allocated").asInt()).isZero();
        assertThat(allocation(order).path("state").asText()).isEqualTo("RELEASED");
        assertThat(warehouse
                        .get("/v1/stock-levels?limit=500")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("productId"))
                .contains("GIZMO");
        warehouse.put("/v1/stock-levels/GIZMO", Map.of("onHand", 9)).expect(428);
        warehouse
                .with("If-Match", "\"99\"")
                .put("/v1/stock-levels/GIZMO", Map.of("onHand", 9))
                .expect(412);
        warehouse.put("/v1/stock-levels/GIZMO", Map.of("onHand", -1)).expect(422);
        warehouse.get("/v1/stock-levels/NOBODY-KNOWS").expect(404);
        warehouse
                .post("/v1/stock-levels/NOBODY-KNOWS/receipts", Map.of("quantity", 1))
                .expect(404);
        warehouse.post("/v1/stock-levels/GIZMO/receipts", Map.of("quantity", 0)).expect(422);
        warehouse
                .post(
                        "/v1/shipments",
                        Map.of("orderId", java.util.UUID.randomUUID().toString()))
                .expect(404);
        warehouse.put("/v1/stock-levels/NOBODY-KNOWS", Map.of("onHand", 1)).expect(404);
        counterfoil.books().balance();
    }

    private void returned(String order) {
        JsonNode invoice = counterfoil.orders().invoice(order);
        String id = invoice.path("invoiceId").asText();
        String line = finance.get("/v1/invoices/" + id)
                .expect(200)
                .json()
                .at("/lines/0/lineId")
                .asText();
        Map<String, Object> wanted = new HashMap<>(Map.of("orderId", order, "kind", "RETURN", "invoiceId", id));
        wanted.put("reason", "it did not fit");
        wanted.put("lines", List.of(Map.of("lineId", line)));
        String reversal = counterfoil
                .as(Endpoint.ORDER, "support", "asks@counterfoil.example")
                .post("/v1/order-reversals", wanted)
                .expect(201)
                .json()
                .path("reversalId")
                .asText();
        counterfoil
                .as(Endpoint.ORDER, "support", "authorises@counterfoil.example")
                .post("/v1/order-reversals/" + reversal + "/decision", Map.of("authorised", true))
                .expect(200);
        await("the return").atMost(Duration.ofSeconds(40)).until(() -> warehouse
                .get("/v1/order-reversals/" + reversal)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("COMPLETED"));
    }

    private void goods(String product, int onHand, boolean backOrder) {
        new Products(counterfoil).addThing(product);
        warehouse
                .put("/v1/stock-levels/" + product, Map.of("onHand", onHand, "backOrder", backOrder))
                .expect(200);
    }

    private String order(String product, String quantity) {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Map.of("productId", product, "quantity", quantity, "unitPrice", "500.00")));
        return counterfoil.orders().place(request);
    }

    /** One set-up in the CRM, which there is called by a code of the product's. */
    private String deal(String product) {
        String mapping = "/v1/product-mappings/salesforce/LS-" + product;
        counterfoil
                .as(Endpoint.ORDER, "finance")
                .put(mapping, Map.of("productId", product))
                .ok();
        new SecondPerson(counterfoil.stack().access()).approve(Endpoint.ORDER, mapping);
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP");
        counterfoil
                .stack()
                .anonymous(Endpoint.SALESFORCE)
                .post(
                        "/control/records",
                        Json.read(
                                "[{\"type\":\"OpportunityLineItem\",\"External_Key__c\":\"%s.LS-SETUP\",\"ProductCode\":\"LS-%s\"}]"
                                        .formatted(deal, product)))
                .expect(200);
        return deal;
    }

    private String completedDeal(String opportunity) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> warehouse
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("COMPLETED"))
                .path("orderId")
                .asText();
    }

    private JsonNode level(String product) {
        return warehouse.get("/v1/stock-levels/" + product).expect(200).json();
    }

    private JsonNode allocation(String order) {
        return warehouse
                .get("/v1/stock-allocations?orderId=" + order)
                .expect(200)
                .json()
                .at("/items/0");
    }
}
