package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product platform is asked once; its refusal holds billing's start; its last word takes the order back. */
class ProvisioningIT {

    private static final String PRODUCT = "HOSTED-Y";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");
    private final Api platform = counterfoil.stack().anonymous(Endpoint.PLATFORM);

    @BeforeEach
    void one_product_lives_on_the_platform() {
        new Products(counterfoil).addYear(PRODUCT, "platform-annual");
        boolean named = operator.get("/v1/provisioned-products?limit=500")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("productId")
                .contains(PRODUCT);
        if (!named) {
            operator.put("/v1/provisioned-products/" + PRODUCT, Map.of("sku", "hosted"))
                    .expect(200);
        }
        platform.send("DELETE", "/control/refusals/hosted", null).expect(204);
    }

    @Test
    void the_platform_is_asked_once_before_billing_begins_and_told_when_the_order_comes_to_nothing() {
        String order = placed();
        counterfoil.orders().awaitState(order, "COMPLETED");
        JsonNode handOff =
                operator.get("/v1/provisionings/" + order).expect(200).json();
        assertThat(handOff.path("state").asText()).isEqualTo("PROVISIONED");
        assertThat(calls(order)).containsExactly("PUT");
        counterfoil
                .as(Endpoint.ORDER, "support")
                .post("/v1/order-reversals", Map.of("orderId", order, "kind", "COMPENSATION", "reason", "refused"))
                .expect(201);
        counterfoil.orders().awaitState(order, "CANCELLED");
        awaitHandOff(order, "WITHDRAWN");
        assertThat(calls(order)).containsExactly("PUT", "DELETE");
        counterfoil.books().balance();
    }

    @Test
    void a_refusal_holds_billings_start_until_it_is_mended() {
        refuse(false);
        String order = placed();
        JsonNode held = counterfoil.orders().awaitState(order, "HELD");
        assertThat(held.path("reasonCode").asText()).isEqualTo("refused-by-platform");
        assertThat(held.path("reason").asText()).contains("no-capacity");
        assertThat(counterfoil.orders().order(order).hasNonNull("contractId")).isFalse();
        awaitHandOff(order, "REFUSED");
        assertThat(subscriptions(order)).isEmpty();
        counterfoil.stack().time().move(Period.ofDays(6));
        Workbench workbench = new Workbench(counterfoil, Endpoint.ORDER);
        await("a state that lasts too long is an exception by itself")
                .atMost(Duration.ofSeconds(30))
                .until(() -> workbench.open(order).toString().contains("state-lasts-too-long"));
        platform.send("DELETE", "/control/refusals/hosted", null).expect(204);
        workbench.replay(held.path("exceptionId").asText()).expect(200);
        counterfoil.orders().awaitState(order, "COMPLETED");
        assertThat(workbench.open(order)).as("it ends by itself").isEmpty();
        assertThat(subscriptions(order)).hasSize(1);
        operator.put("/v1/provisioned-products/" + PRODUCT, Map.of("sku", "hosted"))
                .expect(428);
        operator.with("If-Match", "\"99\"")
                .put("/v1/provisioned-products/" + PRODUCT, Map.of("sku", "hosted"))
                .expect(412);
        operator.get("/v1/provisionings/" + java.util.UUID.randomUUID()).expect(404);
        operator.put("/v1/provisioned-products/NOBODY-KNOWS", Map.of("sku", "hosted"))
                .expect(404);
        counterfoil.books().balance();
    }

    @Test
    void its_last_word_takes_the_order_back_by_itself() {
        refuse(true);
        String order = placed();
        counterfoil.orders().awaitState(order, "REJECTED");
        awaitHandOff(order, "WITHDRAWN");
        assertThat(subscriptions(order)).isEmpty();
        assertThat(operator.get("/v1/provisionings?limit=500")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("orderId"))
                .contains(order);
    }

    private String placed() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line(PRODUCT, "1200.00")));
        return counterfoil.orders().place(request);
    }

    private void refuse(boolean lastWord) {
        platform.put(
                        "/control/refusals/hosted",
                        Map.of("code", "no-capacity", "message", "the region is full", "final", lastWord))
                .expect(204);
    }

    private List<String> calls(String order) {
        return Books.list(platform.get("/control/calls").expect(200).json()).stream()
                .filter(call -> call.path("key").asText().equals(order))
                .map(call -> call.path("method").asText())
                .toList();
    }

    private void awaitHandOff(String order, String state) {
        await("the hand-off of " + order + " in " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> operator.get("/v1/provisionings/" + order)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText()
                        .equals(state));
    }

    private JsonNode subscriptions(String order) {
        return counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/subscriptions?orderId=" + order)
                .expect(200)
                .json()
                .path("items");
    }
}
