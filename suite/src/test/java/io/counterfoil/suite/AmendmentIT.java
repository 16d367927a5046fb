package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A contract changes: what was previewed is billed and posted under one id, and what is taken back comes to nothing. */
class AmendmentIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void another_quantity_is_previewed_confirmed_billed_and_posted_under_one_id() {
        JsonNode contract = contract();
        counterfoil.stack().time().move(Period.ofDays(10));
        String id = asked(contract, Map.of("kind", "QUANTITY", "quantity", "3"));
        JsonNode previewed = awaitState(id, "AWAITING_CONFIRMATION");
        sales.post("/v1/amendments/" + id + "/confirmation", null).expect(200);
        JsonNode done = awaitState(id, "COMPLETED");
        JsonNode invoice = invoice(done.path("invoiceId").asText());
        assertThat(invoice.path("netAmount")).isEqualTo(previewed.at("/preview/netAmount"));
        assertThat(invoice.path("taxAmount")).isEqualTo(previewed.at("/preview/taxAmount"));
        JsonNode changes = finance.get(
                        "/v1/subscriptions/" + done.path("subscriptionId").asText() + "/changes")
                .expect(200)
                .json()
                .path("items");
        assertThat(changes.findValuesAsText("changeId")).containsExactly(id);
        assertThat(invoice.path("lines"))
                .allMatch(line -> line.at("/dimensions/amendmentId").asText().equals(id));
        List<JsonNode> entries =
                counterfoil.books().entriesOf(done.path("invoiceId").asText());
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("postings").findValuesAsText("amendmentId"))
                .isNotEmpty()
                .containsOnly(id);
        assertThat(counterfoil
                        .as(Endpoint.LEDGER, "controller")
                        .get("/v1/revenue-schedules?invoiceId="
                                + done.path("invoiceId").asText())
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("amendmentId"))
                .isNotEmpty()
                .containsOnly(id);
        assertThat(version(contract)).isEqualTo(2);
        counterfoil.books().balance();
    }

    @Test
    void each_kind_of_amendment_is_taken_back_to_nothing() {
        LocalDate today = counterfoil.orders().today();
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("kind", "QUANTITY", "quantity", "4"),
                Map.of("kind", "PRICE", "unitPrice", "1150.00"),
                Map.of("kind", "CO_TERM", "endDate", today.plusMonths(9).toString()),
                Map.of("kind", "UPGRADE", "productId", "PLATFORM-M", "unitPrice", "132.00"),
                Map.of("kind", "DOWNGRADE", "productId", "PLATFORM-M", "unitPrice", "108.00"),
                Map.of("kind", "ADD_ON", "productId", "SUPPORT-Y", "unitPrice", "365.00"))) {
            JsonNode contract = contract();
            String order = contract.path("orderId").asText();
            BigDecimal before = billed(order);
            Map<String, Object> confirmed = new HashMap<>(wanted);
            confirmed.put("confirmed", true);
            String id = asked(contract, confirmed);
            awaitState(id, "COMPLETED");
            if (!wanted.get("kind").equals("CO_TERM")) {
                assertThat(billed(order)).as("after " + wanted).isNotEqualByComparingTo(before);
            }
            counterfoil
                    .as(Endpoint.ORDER, "support")
                    .post("/v1/amendments/" + id + "/compensation", Map.of("reason", "a mistake"))
                    .expect(200);
            awaitState(id, "COMPENSATED");
            assertThat(billed(order)).as("taken back " + wanted).isEqualByComparingTo(before);
        }
        counterfoil.books().balance();
    }

    @Test
    void a_scheduled_amendment_waits_for_its_day_and_what_is_taken_back_leaves_those_before_it() {
        LocalDate day = counterfoil.orders().today().plusDays(20);
        JsonNode contract = contract();
        Map<String, Object> later =
                Map.of("kind", "QUANTITY", "quantity", "2", "effectiveDate", day.toString(), "confirmed", true);
        String comes = asked(contract, later);
        awaitState(comes, "SCHEDULED");
        String onTop = asked(
                contract,
                Map.of(
                        "kind",
                        "QUANTITY",
                        "quantity",
                        "5",
                        "effectiveDate",
                        day.plusDays(1).toString(),
                        "confirmed",
                        true));
        awaitState(onTop, "SCHEDULED");
        JsonNode other = contract();
        String never = asked(other, later);
        awaitState(never, "SCHEDULED");
        counterfoil
                .as(Endpoint.ORDER, "support")
                .post("/v1/amendments/" + never + "/compensation", Map.of("reason", "the customer changed their mind"))
                .expect(200);
        awaitState(never, "COMPENSATED");
        counterfoil.stack().time().move(Period.ofDays(22));
        awaitState(comes, "COMPLETED");
        awaitState(never, "COMPENSATED");
        String subscription =
                awaitState(onTop, "COMPLETED").path("subscriptionId").asText();
        assertThat(quantity(subscription)).isEqualTo("5");
        counterfoil
                .as(Endpoint.ORDER, "support")
                .post("/v1/amendments/" + onTop + "/compensation", Map.of("reason", "three too many"))
                .expect(200);
        awaitState(onTop, "COMPENSATED");
        assertThat(quantity(subscription)).as("of the amendment before it").isEqualTo("2");
        counterfoil.books().balance();
    }

    @Test
    void what_breaks_a_rule_is_refused_and_changes_nothing() {
        JsonNode contract = contract();
        Map<String, Object> dear = new HashMap<>(request(contract, Map.of("kind", "PRICE", "unitPrice", "99.00")));
        assertThat(sales.post("/v1/amendments", dear)
                        .expect(422)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("price-out-of-tolerance");
        sales.post("/v1/amendments", request(contract, Map.of("kind", "QUANTITY")))
                .expect(422);
        String early = asked(
                contract,
                Map.of("kind", "QUANTITY", "quantity", "2", "effectiveDate", "2001-01-01", "confirmed", true));
        assertThat(awaitState(early, "REFUSED").path("reason").asText()).contains("change-before-start");
        String unwanted = asked(contract, Map.of("kind", "QUANTITY", "quantity", "2"));
        awaitState(unwanted, "AWAITING_CONFIRMATION");
        sales.post("/v1/amendments/" + unwanted + "/withdrawal", Map.of("reason", "too dear"))
                .expect(200);
        sales.post("/v1/amendments/" + unwanted + "/confirmation", null).expect(409);
        assertThat(version(contract)).isEqualTo(1);
    }

    @Test
    void a_change_is_held_against_the_price_books_that_spoke_for_the_order() {
        counterfoil
                .as(Endpoint.ORDER, "finance")
                .put(
                        "/v1/price-books/amended-segment",
                        Map.of(
                                "name",
                                "Amended",
                                "legalEntityId",
                                "US01",
                                "segment",
                                "AMENDED",
                                "entries",
                                List.of(Map.of(
                                        "productId",
                                        "PLATFORM-Y",
                                        "currency",
                                        "USD",
                                        "unitPrice",
                                        "900.00",
                                        "tolerance",
                                        "0.10"))))
                .ok();
        Map<String, Object> order = counterfoil.orders().request();
        Map<Object, Object> buyer = new HashMap<>((Map<?, ?>) order.get("customer"));
        buyer.put("segment", "AMENDED");
        order.put("customer", buyer);
        JsonNode contract = contract(order, "900.00");
        JsonNode refused = sales.post(
                        "/v1/amendments", request(contract, Map.of("kind", "PRICE", "unitPrice", "1200.00")))
                .expect(422)
                .json();
        assertThat(refused.path("code").asText()).as("the list price").isEqualTo("price-out-of-tolerance");
        String id = asked(contract, Map.of("kind", "PRICE", "unitPrice", "950.00"));
        awaitState(id, "AWAITING_CONFIRMATION");
        sales.post("/v1/amendments/" + id + "/withdrawal", Map.of("reason", "seen enough"))
                .expect(200);
    }

    /** Of a completed order. */
    private JsonNode contract() {
        return contract(counterfoil.orders().request(), "1200.00");
    }

    private JsonNode contract(Map<String, Object> request, String price) {
        request.put("lines", List.of(Orders.line("PLATFORM-Y", price)));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        return sales.get("/v1/contracts?orderId=" + order).expect(200).json().at("/items/0");
    }

    private int version(JsonNode contract) {
        return sales.get("/v1/contracts/" + contract.path("contractId").asText())
                .expect(200)
                .json()
                .path("contractVersion")
                .asInt();
    }

    private static Map<String, Object> request(JsonNode contract, Map<String, Object> wanted) {
        Map<String, Object> request = new HashMap<>(wanted);
        request.put("contractId", contract.path("contractId").asText());
        request.put("lineId", contract.at("/obligations/0/lineId").asText());
        return request;
    }

    private String asked(JsonNode contract, Map<String, Object> wanted) {
        return sales.post("/v1/amendments", request(contract, wanted))
                .expect(201)
                .json()
                .path("amendmentId")
                .asText();
    }

    private String quantity(String subscription) {
        return finance.get("/v1/subscriptions/" + subscription)
                .expect(200)
                .json()
                .path("quantity")
                .asText();
    }

    private JsonNode invoice(String id) {
        return finance.get("/v1/invoices/" + id).expect(200).json();
    }

    /** What all invoices of an order come to before tax, those below zero too. */
    private BigDecimal billed(String order) {
        return Books.list(finance.get("/v1/invoices?orderId=" + order)
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(one -> invoice(one.path("invoiceId").asText()))
                .map(one -> new BigDecimal(one.at("/netAmount/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode awaitState(String amendment, String state) {
        return await("amendment " + amendment + " in " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> sales.get("/v1/amendments/" + amendment)
                                .expect(200)
                                .json(),
                        found -> found.path("state").asText().equals(state));
    }
}
