package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who does not pay is suspended by dunning and may buy nothing; once what is overdue is paid, all goes on by itself. */
class DunnedCustomerIT {

    private static final int PAYABLE_WITHIN = 30;
    private static final int SUSPENDED_AFTER = 5;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void dunning_suspends_a_customer_and_its_payment_reinstates_it_and_lets_its_order_go_on() {
        Map<String, Object> request = counterfoil.orders().request();
        String order = dunned(request);
        String customer = counterfoil.orders().order(order).path("customerId").asText();

        counterfoil.stack().time().move(Period.ofDays(PAYABLE_WITHIN + SUSPENDED_AFTER + 2));
        JsonNode suspended = awaitState(customer, "SUSPENDED");
        assertThat(suspended.path("state").asText()).isEqualTo("SUSPENDED");
        Map<String, Object> more = new LinkedHashMap<>(request);
        more.put("externalReference", Map.of("system", "portal", "id", "more-" + customer));
        more.put("startDate", counterfoil.orders().today().toString());
        String wanted = counterfoil.orders().place(more);
        assertThat(counterfoil
                        .orders()
                        .awaitState(wanted, "HELD")
                        .path("reasonCode")
                        .asText())
                .isEqualTo("customer-may-not-buy");

        counterfoil.gateway().payInFull(counterfoil.orders().invoice(order));
        awaitState(customer, "ACTIVE");
        counterfoil.orders().awaitState(wanted, "COMPLETED");
        counterfoil.books().balance();
    }

    @Test
    void a_suspension_that_another_system_owns_is_not_made_by_dunning_but_kept_as_turned_away() {
        Customers customers = new Customers(counterfoil);
        customers.hold(List.of(Customers.rule("ACTIVE>SUSPENDED", "crm", "OWNS", "FEDERATED")));
        try {
            String order = dunned(counterfoil.orders().request());
            String customer =
                    counterfoil.orders().order(order).path("customerId").asText();
            counterfoil.stack().time().move(Period.ofDays(PAYABLE_WITHIN + SUSPENDED_AFTER + 2));
            assertThat(finance.all("/v1/subscriptions?customerId=" + customer))
                    .allMatch(one -> one.path("state").asText().equals("SUSPENDED"));
            List<JsonNode> rejected = customers.items("/v1/rejected-changes?customerId=" + customer);
            assertThat(rejected).hasSize(1);
            assertThat(rejected.get(0).path("attribute").asText()).isEqualTo("state");
            assertThat(rejected.get(0).path("system").asText()).isEqualTo("billing");
            assertThat(rejected.get(0).path("owner").asText()).isEqualTo("crm");
            assertThat(rejected.get(0).path("kept").asText()).isEqualTo("ACTIVE");
            assertThat(rejected.get(0).path("offered").asText()).isEqualTo("SUSPENDED");
            assertThat(customers.get(customer).path("state").asText()).isEqualTo("ACTIVE");
        } finally {
            customers.hold(List.of(Customers.rule("CLASSIFICATION", "customer-service", "READS", "NATIVE")));
        }
        counterfoil.books().balance();
    }

    /** An order, invoiced, of somebody whose subscriptions stop soon after it is due. */
    private String dunned(Map<String, Object> request) {
        finance.put(
                        "/v1/dunning-policies/dunned",
                        Map.of(
                                "legalEntityId",
                                "US01",
                                "segment",
                                "dunned",
                                "validFrom",
                                "2020-01-01",
                                "stages",
                                List.of(Map.of("stage", "stop", "daysOverdue", SUSPENDED_AFTER, "act", "SUSPEND"))))
                .ok();
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        String customer = counterfoil.orders().order(order).path("customerId").asText();
        finance.put("/v1/billing-profiles/" + customer, Map.of("segment", "dunned"))
                .ok();
        return order;
    }

    private JsonNode awaitState(String customer, String state) {
        Customers customers = new Customers(counterfoil);
        return await("customer " + customer + " " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> customers.get(customer),
                        found -> found.path("state").asText().equals(state));
    }
}
