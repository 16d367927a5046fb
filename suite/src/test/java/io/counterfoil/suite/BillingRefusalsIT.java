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
    private static JsonNode sold;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");
    private long before;

    @BeforeEach
    void a_subscription_with_an_invoice() {
        if (sold == null) {
            counterfoil.loadScenes();
            sold = counterfoil
                    .as(Endpoint.BILLING, "sales")
                    .post("/v1/subscriptions", subscription(UUID.randomUUID(), "1"))
                    .expect(201)
                    .json();
        }
        counterfoil.stack().time().settle();
        before = told();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(told()).as("facts of billing").isEqualTo(before);
    }

    static Stream<Arguments> wrongPlans() {
        return Stream.of(
                arguments(
                        "tiers-overlap",
                        usage("\"GRADUATED\"", "\"tiers\": [" + tier("100") + "," + tier("50") + "," + tier(null) + "]")),
                arguments("negative-price", flat("GBP", "-1.00")),
                arguments("unknown-meter", usage("\"PER_UNIT\"", "\"unitPrice\": \"1\"").replace("\"calls\"", "\"nobody\"")),
                arguments("mixed-currency", flat("GBP", "1.00").replace("}]}]", "}]}, " + fixed("EUR") + "]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPlans")
    void a_plan_that_contradicts_itself_is_refused(String code, String plan) {
        refused(finance.put("/v1/plans/wrong-" + code, Json.read(plan)), 422, code);
    }

    @Test
    void a_negative_quantity_is_refused() {
        Reply reply = counterfoil
                .as(Endpoint.BILLING, "sales")
                .post("/v1/subscriptions", subscription(UUID.randomUUID(), "-1"));
        refused(reply, 422, "invalid");
        assertThat(reply.json().path("errors").toString()).contains("/quantity");
    }

    @Test
    void a_change_before_the_start_is_refused() {
        String path = "/v1/subscriptions/" + sold.at("/subscription/subscriptionId").asText() + "/changes";
        JsonNode change = Json.read(
                "{\"kind\": \"QUANTITY\", \"quantity\": \"2\", \"effectiveDate\": \"2020-01-01\"}");
        refused(counterfoil.as(Endpoint.BILLING, "sales").post(path, change), 409, "change-before-start");
        refused(counterfoil.as(Endpoint.BILLING, "sales").post(path + "/preview", change), 409, "change-before-start");
    }

    @Test
    void a_credit_memo_above_the_invoice_is_refused() {
        refused(finance.post("/v1/credit-memos", about("372.01", "SERVICE")), 409, "credit-exceeds-invoice");
    }

    @Test
    void a_dispute_above_what_is_open_is_refused() {
        refused(finance.post("/v1/invoice-disputes", about("372.01", "SERVICE")), 409, "dispute-exceeds-open");
    }

    @Test
    void what_nobody_proposed_is_not_decided() {
        Reply reply = counterfoil
                .as(Endpoint.BILLING, "controller")
                .post("/v1/write-offs/" + UUID.randomUUID() + "/decision", Json.read("{\"verdict\": \"APPROVE\"}"));
        refused(reply, 404, "not-found");
    }

    private void refused(Reply reply, int status, String code) {
        JsonNode problem = reply.expect(status).json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("owner").asText()).isNotBlank();
        assertThat(problem.path("retryable").asBoolean()).isFalse();
    }

    /** The facts that billing has told so far. */
    private long told() {
        return counterfoil
                .as(Endpoint.BILLING, "integration")
                .get("/v1/reconciliation/position")
                .expect(200)
                .json()
                .path("position")
                .asLong();
    }

    private static JsonNode about(String amount, String reason) {
        return Json.read(
                """
                {"invoiceId": "%s", "amount": {"amount": "%s", "currency": "GBP"}, "reasonCode": "%s"}
                """
                        .formatted(sold.at("/invoice/invoiceId").asText(), amount, reason));
    }

    private static JsonNode subscription(UUID customer, String quantity) {
        return Json.read(
                """
                {"customerId": "%s", "legalEntityId": "GB01", "currency": "GBP", "planId": "team", "quantity": "%s",
                 "billTo": {"name": "Fallow Press Ltd", "address": {"city": "Leeds", "country": "GB"}}}
                """
                        .formatted(customer, quantity));
    }

    private static String flat(String currency, String price) {
        return """
                {"name": "Wrong", "validFrom": "2020-01-01", "charges": [{"chargeId": "main", "name": "Main",
                 "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
                 "prices": [{"currency": "%s", "unitPrice": "%s"}]}]}
                """
                .formatted(currency, price);
    }

    private static String fixed(String currency) {
        return """
                {"chargeId": "other", "name": "Other", "kind": "ONE_TIME", "pricing": "FLAT",
                 "prices": [{"currency": "%s", "unitPrice": "1.00"}]}
                """
                .formatted(currency);
    }

    private static String usage(String pricing, String price) {
        return """
                {"name": "Wrong", "validFrom": "2020-01-01", "charges": [{"chargeId": "main", "name": "Main",
                 "kind": "USAGE", "pricing": %s, "billingPeriod": "MONTH", "meterId": "calls",
                 "prices": [{"currency": "GBP", %s}]}]}
                """
                .formatted(pricing, price);
    }

    private static String tier(String upTo) {
        return upTo == null
                ? "{\"unitPrice\": \"1\"}"
                : "{\"upTo\": \"%s\", \"unitPrice\": \"1\"}".formatted(upTo);
    }
}
