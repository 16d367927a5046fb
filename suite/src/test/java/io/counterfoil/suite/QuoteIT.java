package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A quote says what the invoice will say, waits for two others than its maker, and becomes exactly one order. */
class QuoteIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales", "maker@counterfoil.example");

    @Test
    void a_quote_comes_to_what_is_invoiced_to_the_cent_and_becomes_one_order() {
        String quote = made(wanted(List.of(line("PLATFORM-Y", "3", "1187.77"), line("SETUP", "1", "499.99"))));
        JsonNode priced = awaitState(quote, "APPROVED");
        String order = sales.post("/v1/quotes/" + quote + "/order", null)
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        for (int again = 0; again < 3; again++) {
            assertThat(sales.post("/v1/quotes/" + quote + "/order", null)
                            .expect(200)
                            .json()
                            .path("orderId")
                            .asText())
                    .isEqualTo(order);
        }
        counterfoil.orders().awaitState(order, "COMPLETED");
        JsonNode invoice = counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/invoices/"
                        + counterfoil.orders().invoice(order).path("invoiceId").asText())
                .expect(200)
                .json();
        JsonNode said = priced.path("figures").path("invoices").get(0);
        assertThat(invoice.path("netAmount")).isEqualTo(said.path("netAmount"));
        assertThat(invoice.path("taxAmount")).isEqualTo(said.path("taxAmount"));
        assertThat(invoice.path("payableAmount")).isEqualTo(said.path("totalAmount"));
        assertThat(priced.path("figures").path("netAmount")).isEqualTo(priced.path("netAmount"));
        assertThat(state(quote)).isEqualTo("CONVERTED");
        counterfoil.books().balance();
    }

    @Test
    void a_phased_quote_is_billed_phase_by_phase_and_comes_to_what_was_said() {
        LocalDate start = counterfoil.orders().today();
        Map<String, Object> ramp = Map.of(
                "productId",
                "ANALYTICS-M",
                "phases",
                List.of(
                        Map.of("months", 1, "quantity", "2", "unitPrice", "240.00"),
                        Map.of("months", 1, "quantity", "5", "unitPrice", "228.00")));
        Map<String, Object> wanted = wanted(List.of(ramp));
        wanted.put("termMonths", 2);
        String quote = made(wanted);
        JsonNode priced = awaitState(quote, "APPROVED");
        JsonNode figures = priced.path("figures");
        assertThat(figures.path("invoices").findValuesAsText("date"))
                .containsExactly(start.toString(), start.plusMonths(1).toString());
        assertThat(figures.path("netAmount").path("amount").asText()).isEqualTo("1620.00");
        String order = sales.post("/v1/quotes/" + quote + "/order", null)
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        counterfoil.orders().awaitState(order, "AWAITING_INVOICE");
        counterfoil.stack().time().move(Period.ofMonths(1));
        counterfoil.orders().awaitState(order, "COMPLETED");
        List<JsonNode> invoices = Books.list(counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/invoices?orderId=" + order)
                .expect(200)
                .json()
                .path("items"));
        assertThat(invoices)
                .extracting(one -> one.path("payableAmount").path("amount").asText())
                .containsExactlyInAnyOrder(total(figures, 0), total(figures, 1));
        counterfoil.books().balance();
    }

    @Test
    void two_named_approvers_decide_and_nobody_approves_their_own() {
        counterfoil
                .as(Endpoint.ORDER, "finance")
                .put(
                        "/v1/approval-rules/large-deals",
                        Map.of(
                                "fromAmount",
                                Map.of("amount", "50000.00", "currency", "USD"),
                                "approvers",
                                List.of(
                                        "maker@counterfoil.example",
                                        "one@counterfoil.example",
                                        "two@counterfoil.example")))
                .expect(200);
        String quote = made(wanted(List.of(line("PLATFORM-Y", "50", "1200.00"))));
        JsonNode waiting = awaitState(quote, "AWAITING_APPROVAL");
        assertThat(waiting.path("approvalReasons").get(0).asText()).contains("large-deals");
        refused(quote, "maker@counterfoil.example", "own-quote");
        refused(quote, "somebody@counterfoil.example", "not-an-approver");
        sales.post("/v1/quotes/" + quote + "/order", null).expect(409);
        approve(quote, "one@counterfoil.example").expect(200);
        refused(quote, "one@counterfoil.example", "already-decided");
        assertThat(approve(quote, "two@counterfoil.example")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void a_price_beyond_the_tolerance_waits_and_one_below_the_floor_is_refused_with_the_rule() {
        counterfoil
                .as(Endpoint.ORDER, "finance")
                .put(
                        "/v1/price-books/quoted-channel",
                        Map.of(
                                "name",
                                "Quoted",
                                "legalEntityId",
                                "US01",
                                "segment",
                                "QUOTED",
                                "entries",
                                List.of(Map.of(
                                        "productId",
                                        "SETUP",
                                        "currency",
                                        "USD",
                                        "unitPrice",
                                        "500.00",
                                        "tolerance",
                                        "0.10",
                                        "floorPrice",
                                        "300.00"))))
                .ok();
        JsonNode report = counterfoil
                .as(Endpoint.ORDER, "finance")
                .post(
                        "/v1/price-books/quoted-channel/imports",
                        Map.of("entries", List.of(listed("PLATFORM-Y", "1250.00"), listed("PLATFORM-M", "-1"))))
                .expect(200)
                .json();
        assertThat(report.path("added").asInt() + report.path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(report.at("/errors/0/pointer").asText()).isEqualTo("/entries/1/unitPrice");
        JsonNode verdicts = counterfoil
                .as(Endpoint.ORDER, "sales")
                .post(
                        "/v1/price-checks",
                        Map.of(
                                "legalEntityId",
                                "US01",
                                "currency",
                                "USD",
                                "segment",
                                "QUOTED",
                                "lines",
                                List.of(price("SETUP", "450.00"), price("SETUP", "400.00"), price("SETUP", "299.99"))))
                .expect(200)
                .json()
                .path("lines");
        assertThat(verdicts.get(0).path("allowed").asBoolean()).isTrue();
        assertThat(verdicts.get(1).path("rule").asText()).isEqualTo("PRICE_OUT_OF_TOLERANCE");
        assertThat(verdicts.get(1).path("approvalNeeded").asBoolean()).isTrue();
        assertThat(verdicts.get(1).path("lowestPrice").asText()).isEqualTo("450.00");
        assertThat(verdicts.get(2).path("rule").asText()).isEqualTo("PRICE_BELOW_FLOOR");
        Map<String, Object> cheap = wanted(List.of(line("SETUP", "1", "400.00")));
        cheap.put("customer", segment(cheap.get("customer"), "QUOTED"));
        String quote = made(cheap);
        awaitState(quote, "AWAITING_APPROVAL");
        JsonNode rejected = counterfoil
                .as(Endpoint.ORDER, "controller", "one@counterfoil.example")
                .post("/v1/quotes/" + quote + "/approvals", Map.of("decision", "REJECT", "comment", "too cheap"))
                .expect(200)
                .json();
        assertThat(rejected.path("state").asText()).isEqualTo("REJECTED");
        cheap.put("lines", List.of(line("SETUP", "1", "299.99")));
        assertThat(sales.post("/v1/quotes", cheap)
                        .expect(422)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("price-below-floor");
    }

    @Test
    void a_quote_is_taken_back_or_ends_with_its_last_day() {
        String back = made(wanted(List.of(line("SETUP", "1", "500.00"))));
        awaitState(back, "APPROVED");
        sales.post("/v1/quotes/" + back + "/withdrawal", Map.of("reason", "the customer bought elsewhere"))
                .expect(200);
        sales.post("/v1/quotes/" + back + "/withdrawal", Map.of("reason", "again"))
                .expect(409);
        Map<String, Object> wanted = wanted(List.of(line("SETUP", "1", "500.00")));
        wanted.put("validUntil", counterfoil.orders().today().plusDays(2).toString());
        String late = made(wanted);
        awaitState(late, "APPROVED");
        counterfoil.stack().time().move(Period.ofDays(4));
        awaitState(late, "EXPIRED");
        sales.post("/v1/quotes/" + late + "/order", null).expect(409);
    }

    @Test
    void one_that_waits_for_longer_than_its_deadline_is_an_exception_until_somebody_decides() {
        String quote = made(wanted(List.of(line("PLATFORM-Y", "1", "1350.00"))));
        awaitState(quote, "AWAITING_APPROVAL");
        counterfoil.stack().time().move(Period.ofDays(4));
        Workbench workbench = new Workbench(counterfoil, Endpoint.ORDER);
        JsonNode late = workbench.awaitOpen(quote, 1).get(0);
        assertThat(late.path("code").asText()).isEqualTo("state-lasts-too-long");
        assertThat(late.path("reason").asText()).contains("AWAITING_APPROVAL");
        counterfoil
                .as(Endpoint.ORDER, "controller", "one@counterfoil.example")
                .post("/v1/quotes/" + quote + "/approvals", Map.of("decision", "REJECT", "comment", "too dear"))
                .expect(200);
        workbench.awaitOpen(quote, 0);
    }

    private static String total(JsonNode figures, int invoice) {
        return figures.path("invoices")
                .get(invoice)
                .path("totalAmount")
                .path("amount")
                .asText();
    }

    private void refused(String quote, String person, String code) {
        assertThat(approve(quote, person).expect(409).json().path("code").asText())
                .isEqualTo(code);
    }

    private Reply approve(String quote, String person) {
        return counterfoil
                .as(Endpoint.ORDER, "controller", person)
                .post("/v1/quotes/" + quote + "/approvals", Map.of("decision", "APPROVE"));
    }

    private Map<String, Object> wanted(List<?> lines) {
        Map<String, Object> wanted = new LinkedHashMap<>(counterfoil.orders().request());
        wanted.put("customer", new LinkedHashMap<>((Map<?, ?>) wanted.get("customer")));
        wanted.put("lines", lines);
        return wanted;
    }

    private static Map<Object, Object> segment(Object customer, String segment) {
        Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) customer);
        changed.put("segment", segment);
        return changed;
    }

    private static Map<String, Object> line(String product, String quantity, String price) {
        return Map.of("productId", product, "quantity", quantity, "unitPrice", price);
    }

    private static Map<String, Object> listed(String product, String price) {
        return Map.of("productId", product, "currency", "USD", "unitPrice", price, "tolerance", "0.10");
    }

    private static Map<String, Object> price(String product, String price) {
        return Map.of("productId", product, "unitPrice", price);
    }

    private String made(Map<String, Object> wanted) {
        return sales.post("/v1/quotes", wanted)
                .expect(201)
                .json()
                .path("quoteId")
                .asText();
    }

    private String state(String quote) {
        return sales.get("/v1/quotes/" + quote).expect(200).json().path("state").asText();
    }

    private JsonNode awaitState(String quote, String state) {
        return await("quote " + quote + " in " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> sales.get("/v1/quotes/" + quote).expect(200).json(),
                        found -> found.path("state").asText().equals(state));
    }
}
