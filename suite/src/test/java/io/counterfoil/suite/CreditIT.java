package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a customer owes and has ordered is known from events; its limit is asked before it gets more. */
class CreditIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Client finance = counterfoil.as(Endpoint.CUSTOMER, "finance");

    @Test
    void an_order_raises_the_exposure_of_its_customer_and_of_whoever_stands_above() {
        String orderId = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitCompleted(List.of(orderId));
        String customer = counterfoil.orders().order(orderId).path("customerId").asText();
        String payable = counterfoil
                .orders()
                .invoice(orderId)
                .path("payableAmount")
                .path("amount")
                .asText();
        await("the exposure of " + customer)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> receivables(customer).equals(payable));
        String parent = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        customers
                .operator()
                .post(
                        "/v1/customers/" + customer + "/relationships",
                        Map.of("kind", "PARENT", "customerId", parent, "reason", "bought"))
                .expect(201);
        assertThat(finance.get("/v1/customers/" + parent + "/credit")
                        .expect(200)
                        .json()
                        .path("withAllBelow")
                        .path(0)
                        .path("openReceivables")
                        .path("amount")
                        .asText())
                .isEqualTo(payable);
        limit(parent, "100.00", "BLOCK", "\"0\"").expect(200);
        JsonNode said = ask(customer, "1.00").expect(200).json();
        assertThat(said.path("decision").asText()).isEqualTo("REFUSED");
        assertThat(said.path("reasonCode").asText()).isEqualTo("OVER_GROUP_LIMIT");
        assertThat(said.path("exposure").path("total").path("amount").asText()).isEqualTo(payable);
    }

    @Test
    void a_limit_is_set_from_the_version_that_was_read_and_decides_by_its_policy() {
        String customer = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        assertThat(ask(customer, "5.00").expect(200).json().path("reasonCode").asText())
                .isEqualTo("NO_LIMIT");
        limit(customer, "10.00", "BLOCK", null).expect(428);
        limit(customer, "10.00", "BLOCK", "\"7\"").expect(412);
        limit(customer, "10.00", "BLOCK", "\"0\"").expect(200);
        assertThat(decision(customer, "10.00")).isEqualTo("APPROVED");
        assertThat(decision(customer, "10.01")).isEqualTo("REFUSED");
        limit(customer, "10.00", "WARN", "\"1\"").expect(200);
        assertThat(decision(customer, "10.01")).isEqualTo("WARNED");
        ask("00000000-0000-7000-8000-000000000000", "1.00").expect(404);
        ask(customer, "-1.00").expect(422);
    }

    @Test
    void what_is_owed_in_another_currency_counts_by_the_rate_of_the_ledger() {
        String orderId = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitCompleted(List.of(orderId));
        String customer = counterfoil.orders().order(orderId).path("customerId").asText();
        finance.with("If-Match", "\"0\"")
                .put(
                        "/v1/customers/" + customer + "/credit",
                        Map.of(
                                "limit", Map.of("amount", "1000.00", "currency", "CHF"),
                                "policy", "BLOCK",
                                "reason", "a test"))
                .expect(200);
        String rate = counterfoil
                .as(Endpoint.LEDGER, "finance")
                .post(
                        "/v1/exchange-rates",
                        Map.of(
                                "source", "a test",
                                "type", "SPOT",
                                "baseCurrency", "CHF",
                                "quoteCurrency", "USD",
                                "validFrom", "2020-01-01",
                                "rate", "2"))
                .expect(201)
                .json()
                .path("rateId")
                .asText();
        counterfoil
                .as(Endpoint.LEDGER, "controller")
                .post("/v1/exchange-rates/" + rate + "/approval", null)
                .expect(200);
        JsonNode said = await("the rate of " + customer)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> ask(customer, "100.00").expect(200).json(),
                        found -> !found.path("rates").isEmpty()
                                && found.at("/exposure/openReceivables/amount")
                                        .asText()
                                        .equals("920.13"));
        assertThat(said.at("/available/amount").asText()).isEqualTo("79.87");
        assertThat(said.path("decision").asText()).isEqualTo("APPROVED");
        assertThat(decision(customer, "159.76")).isEqualTo("REFUSED");
    }

    @Test
    void a_suspended_customer_gets_nothing_until_a_person_reinstates_it_then_its_order_goes_on() {
        Map<String, Object> request = counterfoil.orders().request();
        String first = counterfoil.orders().place(request);
        counterfoil.orders().awaitCompleted(List.of(first));
        String customer = counterfoil.orders().order(first).path("customerId").asText();
        move(customer, "SUSPENDED").expect(200);
        assertThat(ask(customer, "1.00").expect(200).json().path("reasonCode").asText())
                .isEqualTo("CUSTOMER_SUSPENDED");
        Map<String, Object> again = new HashMap<>(request);
        again.put("externalReference", Map.of("system", "portal", "id", "again-" + customer));
        String second = counterfoil.orders().place(again);
        counterfoil.orders().awaitState(second, "HELD");
        move(customer, "ACTIVE").expect(200);
        counterfoil.orders().awaitCompleted(List.of(second));
        counterfoil.books().balance();
    }

    @Test
    void an_order_over_the_limit_goes_on_by_itself_when_a_payment_has_freed_it() {
        Map<String, Object> request = counterfoil.orders().request();
        String first = counterfoil.orders().place(request);
        counterfoil.orders().awaitCompleted(List.of(first));
        String customer = counterfoil.orders().order(first).path("customerId").asText();
        limit(customer, "2000.00", "BLOCK", "\"0\"").expect(200);
        Map<String, Object> again = new HashMap<>(request);
        again.put("externalReference", Map.of("system", "portal", "id", "more-" + customer));
        String second = counterfoil.orders().place(again);
        assertThat(counterfoil
                        .orders()
                        .awaitState(second, "HELD")
                        .path("reasonCode")
                        .asText())
                .isEqualTo("credit-refused");
        counterfoil.gateway().payInFull(counterfoil.orders().invoice(first));
        counterfoil.orders().awaitCompleted(List.of(second));
        counterfoil.books().balance();
    }

    private Reply move(String customer, String state) {
        return finance.with("If-Match", customers.tag(customer))
                .put("/v1/customers/" + customer + "/state", Map.of("state", state, "reason", "a test"));
    }

    private String receivables(String customer) {
        return finance.get("/v1/customers/" + customer + "/credit")
                .expect(200)
                .json()
                .path("own")
                .path(0)
                .path("openReceivables")
                .path("amount")
                .asText();
    }

    private Reply limit(String customer, String amount, String policy, String tag) {
        Client client = tag == null ? finance : finance.with("If-Match", tag);
        return client.put(
                "/v1/customers/" + customer + "/credit",
                Map.of("limit", money(amount), "policy", policy, "reason", "a test"));
    }

    private Reply ask(String customer, String amount) {
        return finance.send("POST", "/v1/credit-checks", Map.of("customerId", customer, "amount", money(amount)));
    }

    private String decision(String customer, String amount) {
        return ask(customer, amount).expect(200).json().path("decision").asText();
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
