package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A partner buys for an end customer at its margin, and sees nobody's orders but its own. */
class ChannelOrderIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");

    @Test
    void a_partner_is_billed_the_price_less_its_margin_and_sees_only_its_own() {
        partner("partner-one", 9101, "one@partner-one.example", "0.15");
        partner("partner-two", 9102, "two@partner-two.example", "0.20");
        Client one = counterfoil.as(Endpoint.ORDER, "partner", "one@partner-one.example");
        Client two = counterfoil.as(Endpoint.ORDER, "partner", "two@partner-two.example");
        JsonNode placed = one.post("/v1/channel-orders", request("R-1", "1200.00"))
                .expect(201)
                .json();
        String order = placed.path("orderId").asText();
        assertThat(placed.at("/endCustomerValue/amount").asText()).isEqualTo("1200.00");
        assertThat(placed.at("/partnerValue/amount").asText()).isEqualTo("1020.00");
        assertThat(placed.at("/marginValue/amount").asText()).isEqualTo("180.00");
        counterfoil.orders().awaitState(order, "COMPLETED");
        assertThat(counterfoil
                        .as(Endpoint.BILLING, "finance")
                        .get("/v1/invoices/"
                                + counterfoil
                                        .orders()
                                        .invoice(order)
                                        .path("invoiceId")
                                        .asText())
                        .expect(200)
                        .json()
                        .at("/netAmount/amount")
                        .asText())
                .isEqualTo("1020.00");
        assertThat(one.get("/v1/channel-orders/" + order)
                        .expect(200)
                        .json()
                        .at("/endCustomer/name")
                        .asText())
                .isEqualTo("End Customer Ltd.");
        one.get("/v1/orders/" + order).expect(200);
        two.get("/v1/channel-orders/" + order).expect(404);
        two.get("/v1/orders/" + order).expect(404);
        assertThat(two.get("/v1/orders?limit=500").expect(200).json().path("items"))
                .isEmpty();
        assertThat(two.get("/v1/channel-orders").expect(200).json().path("items"))
                .isEmpty();
        assertThat(one.get("/v1/channel-orders").expect(200).json().path("items"))
                .hasSize(1);
        assertThat(one.get("/v1/orders").expect(200).json().path("items")).hasSize(1);
        sales.get("/v1/channel-orders/" + order).expect(200);
        JsonNode same = two.post("/v1/channel-orders", request("R-1", "1200.00"))
                .expect(201)
                .json();
        assertThat(same.at("/partnerValue/amount").asText()).isEqualTo("960.00");
        assertThat(one.post("/v1/channel-orders", request("R-1", "1200.00"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("order-already-placed");
        counterfoil.books().balance();
    }

    @Test
    void the_view_of_a_partner_shows_its_own_orders_with_what_it_is_billed_also_while_billing_is_away() {
        partner("partner-five", 9105, "five@partner-five.example", "0.15");
        partner("partner-six", 9106, "six@partner-six.example", "0.20");
        String order = counterfoil
                .as(Endpoint.ORDER, "partner", "five@partner-five.example")
                .post("/v1/channel-orders", request("R-5", "1200.00"))
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        counterfoil.orders().awaitState(order, "COMPLETED");
        JsonNode seen = view("five@partner-five.example");
        assertThat(seen.path("items")).hasSize(1);
        JsonNode own = seen.at("/items/0");
        assertThat(own.path("orderId").asText()).isEqualTo(order);
        assertThat(own.at("/partnerValue/amount").asText()).isEqualTo("1020.00");
        assertThat(own.at("/endCustomer/name").asText()).isEqualTo("End Customer Ltd.");
        assertThat(names(own))
                .isSubsetOf(
                        "orderId",
                        "orderNumber",
                        "state",
                        "reason",
                        "endCustomer",
                        "margin",
                        "endCustomerValue",
                        "partnerValue",
                        "marginValue",
                        "invoices");
        assertThat(own.at("/invoices/0/invoiceNumber").asText())
                .isEqualTo(counterfoil
                        .orders()
                        .invoice(order)
                        .path("invoiceNumber")
                        .asText());
        assertThat(names(own.at("/invoices/0")))
                .isSubsetOf("invoiceNumber", "issueDate", "dueDate", "state", "payableAmount", "openAmount");
        assertThat(AuditIT.state(seen, "billing-service")).isEqualTo("GIVEN");
        assertThat(view("six@partner-six.example").path("items")).isEmpty();
        assertThat(view("stranger@nobody.example").path("items")).isEmpty();
        counterfoil
                .as(Endpoint.WAREHOUSE, "sales")
                .get("/v1/views/partner/orders")
                .expect(403);
        counterfoil.stack().pause(Part.BILLING);
        try {
            JsonNode without = view("five@partner-five.example");
            assertThat(without.at("/items/0/orderId").asText()).isEqualTo(order);
            assertThat(without.at("/items/0").has("invoices")).isFalse();
            assertThat(AuditIT.state(without, "billing-service")).isEqualTo("DOWN");
            assertThat(AuditIT.state(without, "order-service")).isEqualTo("GIVEN");
        } finally {
            counterfoil.stack().resume(Part.BILLING);
        }
        await("billing is asked again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> view("five@partner-five.example").at("/items/0").has("invoices"));
    }

    private JsonNode view(String member) {
        return counterfoil
                .as(Endpoint.WAREHOUSE, "partner", member)
                .get("/v1/views/partner/orders")
                .expect(200)
                .json();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void the_end_customers_price_holds_the_rules_and_strangers_order_nothing() {
        partner("partner-three", 9103, "three@partner-three.example", "0.10");
        Client three = counterfoil.as(Endpoint.ORDER, "partner", "three@partner-three.example");
        assertThat(three.post("/v1/channel-orders", request("R-2", "100.00"))
                        .expect(422)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("price-out-of-tolerance");
        assertThat(counterfoil
                        .as(Endpoint.ORDER, "partner", "stranger@nobody.example")
                        .post("/v1/channel-orders", request("R-3", "1200.00"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("no-partner");
        sales.post("/v1/channel-orders", request("R-4", "1200.00")).expect(403);
        sales.put("/v1/partners/partner-four", Map.of("name", "Four")).expect(422);
        sales.put("/v1/partners/partner-three", terms("partner-three", 9103, "x@partner-three.example", "0.10"))
                .expect(428);
        sales.with("If-Match", "\"99\"")
                .put("/v1/partners/partner-three", terms("partner-three", 9103, "x@partner-three.example", "0.10"))
                .expect(412);
        assertThat(sales.get("/v1/partners").expect(200).json().path("items").findValuesAsText("partnerId"))
                .contains("partner-three");
    }

    /** A customer that is known, as whom the partner is billed. */
    private void partner(String id, int number, String member, String margin) {
        Map<String, Object> record = new HashMap<>(Orders.customer(number));
        record.remove("reference");
        counterfoil
                .as(Endpoint.CUSTOMER, "integration")
                .put("/v1/customers/by-reference/portal/C-" + number, record)
                .ok();
        sales.put("/v1/partners/" + id, terms(id, number, member, margin)).expect(200);
    }

    private static Map<String, Object> terms(String id, int number, String member, String margin) {
        return Map.of(
                "name",
                "Reseller " + id,
                "customer",
                Map.of("system", "portal", "id", "C-" + number),
                "margin",
                margin,
                "members",
                List.of(member));
    }

    private Map<String, Object> request(String reference, String price) {
        Map<String, Object> request = new HashMap<>();
        request.put("endCustomer", Map.of("name", "End Customer Ltd.", "country", "US"));
        request.put("reference", reference);
        request.put("legalEntityId", "US01");
        request.put("currency", "USD");
        request.put("startDate", counterfoil.orders().today().toString());
        request.put("termMonths", 12);
        request.put("lines", List.of(Orders.line("PLATFORM-Y", price)));
        return request;
    }
}
