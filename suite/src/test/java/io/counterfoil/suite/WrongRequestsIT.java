package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong request gets a clear problem and changes nothing; it is never our fault (5xx). */
class WrongRequestsIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();
    private long ordersBefore;

    @BeforeEach
    void count() {
        ordersBefore = orders();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(orders()).isEqualTo(ordersBefore);
        counterfoil.books().balance();
    }

    static Stream<Arguments> wrongOrders() {
        return Stream.concat(wrongLines(), wrongHeads());
    }

    private static Stream<Arguments> wrongHeads() {
        return Stream.of(
                wrong("an unknown field", "invalid", "/colour", order -> order.put("colour", "green")),
                wrong(
                        "a currency in which nothing is sold",
                        "currency-not-sold",
                        "/currency",
                        order -> order.put("currency", "KWD")),
                wrong("no currency at all", "currency-unknown", "/currency", order -> order.put("currency", "ZZZ")),
                wrong(
                        "an unknown legal entity",
                        "legal-entity-unknown",
                        "/legalEntityId",
                        order -> order.put("legalEntityId", "XX99")),
                wrong("a term of nothing", "terms-not-sensible", "/termMonths", order -> order.put("termMonths", 0)),
                wrong("no date", "invalid", "/startDate", order -> order.put("startDate", "2026-02-30")),
                wrong("no customer", "invalid", "/customer", order -> order.remove("customer")));
    }

    private static Stream<Arguments> wrongLines() {
        return Stream.of(
                wrong(
                        "a negative quantity",
                        "invalid",
                        "/lines/0/quantity",
                        order -> order.put("lines", List.of(setUp("-1", "500.00")))),
                wrong(
                        "a negative price",
                        "invalid",
                        "/lines/0/unitPrice",
                        order -> order.put("lines", List.of(setUp("1", "-500.00")))),
                wrong(
                        "a number where a decimal text belongs",
                        "invalid",
                        "/lines/0/quantity",
                        order -> order.put("lines", List.of(setUp(1, "500.00")))),
                wrong(
                        "a price far from the list",
                        "price-out-of-tolerance",
                        "/lines/0/unitPrice",
                        order -> order.put("lines", List.of(Orders.line("SETUP", "5.00")))),
                wrong(
                        "an unknown product",
                        "product-unknown",
                        "/lines/0/productId",
                        order -> order.put("lines", List.of(Orders.line("NO-SUCH", "500.00")))),
                wrong("no lines", "invalid", "/lines", order -> order.put("lines", List.of())));
    }

    private static Map<String, Object> setUp(Object quantity, String price) {
        return Map.of("productId", "SETUP", "quantity", quantity, "unitPrice", price);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOrders")
    void an_order_that_breaks_a_rule_is_refused_by_the_rules_own_code_with_a_pointer(
            String what, String code, String pointer, Consumer<Map<String, Object>> spoil) {
        Map<String, Object> order = orders.request();
        spoil.accept(order);
        Reply refused = counterfoil
                .as(Endpoint.ORDER, "partner")
                .post("/v1/orders", order)
                .expect(422);
        JsonNode problem = refused.json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(problem.path("correlationId").asText()).isNotBlank();
        assertThat(problem.path("owner").asText()).isNotBlank();
        assertThat(problem.path("retryable").asBoolean()).isFalse();
    }

    @Test
    void what_moves_money_needs_an_idempotency_key() {
        counterfoil
                .as(Endpoint.ORDER, "partner")
                .send("POST", "/v1/orders", orders.request())
                .expect(400);
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        Map<String, Object> order = new HashMap<>(orders.request());
        order.put("purchaseOrderReference", "x".repeat(1_100_000));
        assertThat(counterfoil
                        .as(Endpoint.ORDER, "partner")
                        .post("/v1/orders", order)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void what_is_no_json_is_refused() {
        Client portal = counterfoil.as(Endpoint.ORDER, "partner");
        for (String body : List.of(
                "",
                "{",
                "[]",
                "\"text\"",
                "{\"a\":1}{\"b\":2}",
                "null",
                "{\"currency\":\"USD\",\"currency\":\"EUR\"}")) {
            portal.post("/v1/orders", body).expect(400, 422);
        }
        portal.with("Content-Type", "text/plain").post("/v1/orders", "hello").expect(415);
    }

    @Test
    void an_unknown_id_is_not_found() {
        counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/orders/" + Contract.ANY_ID)
                .expect(404);
        counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/invoices/" + Contract.ANY_ID)
                .expect(404);
        counterfoil
                .as(Endpoint.LEDGER, "controller")
                .get("/v1/journal-entries/" + Contract.ANY_ID)
                .expect(404);
        counterfoil
                .as(Endpoint.CUSTOMER, "support")
                .get("/v1/customers/" + Contract.ANY_ID)
                .expect(404);
        counterfoil
                .as(Endpoint.WAREHOUSE, "support")
                .get("/v1/timelines/" + Contract.ANY_ID)
                .expect(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void no_operation_answers_nonsense_with_a_failure_of_its_own(Part server) {
        for (Contract.Operation operation : Contract.guarded(server)) {
            Client client = counterfoil.as(server.endpoint(), operation.anyRole());
            for (String id :
                    List.of("no-such-thing", "%00", "'; drop table invoice; --".replace(" ", "%20"), "x".repeat(300))) {
                if (operation.template().contains("{")) {
                    assertRefused(client.api()
                            .send(operation.method(), operation.path(id), operation.takesBody() ? "{}" : null));
                }
            }
            if (operation.takesBody()) {
                for (String body : List.of(
                        "{", "[1]", "{\"noSuchField\":{\"a\":[1,2]}}", "{\"id\":\"\\u0000\"}", "[".repeat(5_000))) {
                    assertRefused(client.api().send(operation.method(), operation.path(Contract.ANY_ID), body));
                }
            }
        }
    }

    private static void assertRefused(Reply reply) {
        if (tookNothing(reply)) {
            return;
        }
        assertThat(reply.status())
                .as("%s %s: %s", reply.method(), reply.uri(), reply.text())
                .isBetween(400, 499);
    }

    /** What comes in bulk is answered item by item. */
    private static boolean tookNothing(Reply reply) {
        return reply.status() == 200
                && reply.json().path("refused").asInt() > 0
                && reply.json().path("accepted").asInt() == 0;
    }

    private static Arguments wrong(String what, String code, String pointer, Consumer<Map<String, Object>> spoil) {
        return arguments(what, code, pointer, spoil);
    }

    private long orders() {
        return counterfoil
                .as(Endpoint.ORDER, "auditor")
                .all("/v1/processes/quote-to-cash")
                .size();
    }
}
