package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What billing must not do it refuses, each with a code of its own, and nothing has changed then. */
class BillingRefusalsIT {
    /** Open: 108.25 in all. */
    private static Sale open;
    /** Paid: 216.50 in all. */
    private static Sale paid;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");
    private final Client sales = counterfoil.as(Endpoint.BILLING, "sales");
    private long before;

    @BeforeEach
    void an_open_invoice_and_a_paid_one() {
        if (paid == null) {
            open = Sale.of(counterfoil, "100.00");
            Sale next = Sale.of(counterfoil, "200.00");
            next.paid();
            paid = next;
        }
        counterfoil.stack().time().settle();
        before = told();
    }

    @AfterEach
    void nothing_has_changed() {
        counterfoil.stack().time().settle();
        assertThat(told()).as("facts of billing").isEqualTo(before);
        assertThat(open.invoice().path("state").asText()).isEqualTo("ISSUED");
        assertThat(open.invoice().at("/openAmount/amount").asText()).isEqualTo("108.25");
        assertThat(paid.invoice().path("state").asText()).isEqualTo("PAID");
        assertThat(paid.payments())
                .extracting(one -> one.path("state").asText())
                .containsExactly("SETTLED");
    }

    static Stream<Arguments> wrongPlans() {
        return Stream.of(
                arguments(
                        "tiers-overlap",
                        usage("calls", "\"tiers\": [" + tier("100") + "," + tier("50") + "," + tier(null) + "]")),
                arguments("negative-price", flat("USD", "-1.00", "")),
                arguments("unknown-meter", usage("nobody", "\"tiers\": [" + tier("100") + "," + tier(null) + "]")),
                arguments(
                        "mixed-currency",
                        flat(
                                "USD",
                                "1.00",
                                ", {\"chargeId\": \"other\", \"name\": \"Other\", \"kind\": \"ONE_TIME\","
                                        + " \"pricing\": \"FLAT\", \"prices\": [{\"currency\": \"EUR\", \"unitPrice\": \"1.00\"}]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPlans")
    void a_plan_that_contradicts_itself_is_refused(String code, String plan) {
        finance.put(
                        "/v1/meters/calls",
                        Json.read("{\"name\": \"Calls\", \"unit\": \"call\", \"aggregation\": \"SUM\"}"))
                .ok();
        refused(finance.put("/v1/plans/wrong-" + code, Json.read(plan)), 422, code);
        finance.get("/v1/plans/wrong-" + code).expect(404);
    }

    @Test
    void a_negative_quantity_is_refused() {
        JsonNode change = Json.read("{\"kind\": \"QUANTITY\", \"quantity\": \"-1\"}");
        refused(sales.post(changes(), change), 422, "negative-quantity");
        refused(sales.post(changes() + "/preview", change), 422, "negative-quantity");
    }

    @Test
    void usage_of_an_unknown_meter_is_refused_record_by_record() {
        JsonNode answer = counterfoil
                .as(Endpoint.BILLING, "integration")
                .post(
                        "/v1/usage",
                        Json.read(
                                """
                                [{"subscriptionId": "%s", "meterId": "nobody", "key": "k1", "quantity": "1", "usedAt": "2026-01-01T00:00:00Z"}]
                                """
                                        .formatted(open.subscription())))
                .expect(200)
                .json();
        assertThat(answer.toString()).contains("unknown-meter");
    }

    @Test
    void a_change_before_the_start_is_refused_and_so_is_its_preview() {
        JsonNode change = Json.read("{\"kind\": \"QUANTITY\", \"quantity\": \"2\", \"effectiveDate\": \"2001-01-01\"}");
        refused(sales.post(changes(), change), 409, "change-before-start");
        refused(sales.post(changes() + "/preview", change), 409, "change-before-start");
    }

    @Test
    void an_illegal_move_is_refused_with_the_moves_that_are_legal() {
        Reply reply = sales.post(changes(), Json.read("{\"kind\": \"RESUME\"}"));
        assertThat(refused(reply, 409, "illegal-move").path("detail").asText()).contains("ACTIVE");
    }

    @Test
    void a_paid_invoice_is_not_voided() {
        refused(
                finance.post("/v1/invoices/" + paid.invoiceId() + "/void", Json.read("{\"reasonCode\": \"MISTAKE\"}")),
                409,
                "cash-is-applied");
    }

    @Test
    void no_more_is_refunded_than_was_paid() {
        String payment = paid.payments().get(0).path("paymentId").asText();
        refused(finance.post("/v1/refunds", refund(payment, "216.51", "USD")), 409, "refund-exceeds-payment");
        refused(finance.post("/v1/refunds", refund(payment, "0.00", "USD")), 409, "refund-exceeds-payment");
        refused(finance.post("/v1/refunds", refund(payment, "1.00", "EUR")), 422, "invalid");
    }

    @Test
    void no_more_is_credited_than_the_invoice_has_and_no_more_settled_than_is_open() {
        refused(finance.post("/v1/credit-memos", about(open, "108.26", "")), 409, "credit-exceeds-invoice");
        String settled = ", \"settlement\": {\"toInvoice\": {\"amount\": \"10.00\", \"currency\": \"USD\"}}";
        refused(finance.post("/v1/credit-memos", about(paid, "10.00", settled)), 409, "credit-exceeds-open");
    }

    @Test
    void no_more_is_disputed_than_is_open() {
        refused(finance.post("/v1/invoice-disputes", about(open, "108.26", "")), 409, "dispute-exceeds-open");
        refused(finance.post("/v1/invoice-disputes", about(paid, "1.00", "")), 409, "dispute-exceeds-open");
    }

    @Test
    void nothing_is_written_off_where_nothing_is_open() {
        refused(
                finance.post(
                        "/v1/write-offs",
                        Json.read("{\"invoiceId\": \"%s\", \"reasonCode\": \"OLD\"}".formatted(paid.invoiceId()))),
                409,
                "nothing-to-write-off");
        refused(
                counterfoil
                        .as(Endpoint.BILLING, "controller")
                        .post(
                                "/v1/write-offs/" + UUID.randomUUID() + "/decision",
                                Json.read("{\"verdict\": \"APPROVE\"}")),
                404,
                "not-found");
    }

    @Test
    void unapplied_cash_that_is_not_there_is_not_applied() {
        String path = "/v1/payments/" + paid.payments().get(0).path("paymentId").asText() + "/applications";
        refused(
                finance.post(
                        path,
                        Json.read("{\"invoiceId\": \"%s\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"USD\"}}"
                                .formatted(open.invoiceId()))),
                409,
                "wrong-owner");
    }

    private JsonNode refused(Reply reply, int status, String code) {
        JsonNode problem = reply.expect(status).json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("owner").asText()).isNotBlank();
        assertThat(problem.path("retryable").asBoolean()).isFalse();
        return problem;
    }

    /** How many facts billing has told so far. */
    private long told() {
        return counterfoil
                .as(Endpoint.BILLING, "integration")
                .get("/v1/reconciliation/position")
                .expect(200)
                .json()
                .path("position")
                .asLong();
    }

    private static String changes() {
        return "/v1/subscriptions/" + open.subscription() + "/changes";
    }

    private static JsonNode about(Sale sale, String amount, String more) {
        return Json.read(
                """
                {"invoiceId": "%s", "amount": {"amount": "%s", "currency": "USD"}, "reasonCode": "SERVICE"%s}
                """
                        .formatted(sale.invoiceId(), amount, more));
    }

    private static JsonNode refund(String payment, String amount, String currency) {
        return Json.read(
                """
                {"paymentId": "%s", "amount": {"amount": "%s", "currency": "%s"}, "reasonCode": "GOODWILL"}
                """
                        .formatted(payment, amount, currency));
    }

    private static String flat(String currency, String price, String more) {
        return """
                {"name": "Wrong", "validFrom": "2020-01-01", "charges": [{"chargeId": "main", "name": "Main",
                 "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
                 "prices": [{"currency": "%s", "unitPrice": "%s"}]}%s]}
                """
                .formatted(currency, price, more);
    }

    private static String usage(String meter, String price) {
        return """
                {"name": "Wrong", "validFrom": "2020-01-01", "charges": [{"chargeId": "main", "name": "Main",
                 "kind": "USAGE", "pricing": "GRADUATED", "billingPeriod": "MONTH", "meterId": "%s",
                 "prices": [{"currency": "USD", %s}]}]}
                """
                .formatted(meter, price);
    }

    private static String tier(String upTo) {
        return upTo == null ? "{\"unitPrice\": \"1\"}" : "{\"upTo\": \"%s\", \"unitPrice\": \"1\"}".formatted(upTo);
    }
}
