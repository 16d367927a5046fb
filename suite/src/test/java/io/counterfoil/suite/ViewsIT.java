package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One account as each audience sees it, also while one of the services is away. */
class ViewsIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();

    @Test
    void each_audience_sees_its_own_fields_of_one_account() {
        String orderId = orders.place(orders.request());
        orders.awaitState(orderId, "COMPLETED");
        String customer = orders.order(orderId).path("customerId").asText();
        String number = orders.invoice(orderId).path("invoiceNumber").asText();

        JsonNode crm = view("sales", "crm", customer);
        assertThat(crm.at("/account/legalName").asText()).isNotBlank();
        assertThat(crm.at("/account").has("taxRegistrations")).isFalse();
        assertThat(crm.at("/orders/0/orderId").asText()).isEqualTo(orderId);
        assertThat(crm.at("/openInvoices/0/invoiceNumber").asText()).isEqualTo(number);
        assertThat(crm.at("/suspension/suspended").asBoolean(true)).isFalse();

        Customers customers = new Customers(counterfoil);
        customers
                .operator()
                .with("If-Match", customers.tag(customer))
                .put("/v1/customers/" + customer + "/state", Map.of("state", "SUSPENDED", "reason", "by hand"))
                .expect(200);
        assertThat(view("sales", "crm", customer).at("/suspension/reason").asText())
                .isEqualTo("by hand");

        JsonNode support = view("support", "support", customer);
        assertThat(support.at("/subscriptions")).isNotEmpty();
        assertThat(support.at("/orders/0/lines")).isNotEmpty();
        assertThat(support.has("credit")).isFalse();

        JsonNode finance = view("finance", "finance", customer);
        assertThat(finance.at("/account/taxRegistrations")).isNotEmpty();
        assertThat(finance.has("credit")).isTrue();
        assertThat(finance.at("/receivables/0/invoiceNumber").asText()).isEqualTo(number);

        counterfoil.gateway().payInFull(orders.invoice(orderId));
        await("nothing is open any more")
                .atMost(Duration.ofSeconds(20))
                .until(() -> view("sales", "crm", customer).at("/openInvoices").isEmpty());
    }

    @Test
    void an_account_is_found_by_its_id_in_the_crm_and_nobody_elses_role_opens_a_view() {
        String deal = counterfoil.crm().deal(orders.today().toString(), "LS-SETUP");
        counterfoil.crm().win(deal);
        String account = counterfoil.crm().opportunity(deal).path("AccountId").asText();
        Client sales = counterfoil.as(Endpoint.WAREHOUSE, "sales");
        await("the account is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.get("/v1/views/crm/accounts/" + account).status() == 200);
        assertThat(sales.get("/v1/views/crm/accounts/" + account)
                        .json()
                        .at("/account/customerId")
                        .asText())
                .isNotBlank();
        sales.get("/v1/views/crm/accounts/" + UUID.randomUUID()).expect(404);
        sales.get("/v1/views/crm/accounts/nobody").expect(404);
        for (String other : List.of("support", "finance")) {
            sales.get("/v1/views/" + other + "/accounts/" + account).expect(403);
        }
        counterfoil.stack().time().settle();
    }

    @Test
    void a_service_that_is_away_is_marked_and_the_rest_answers() {
        String orderId = orders.place(orders.request());
        orders.awaitState(orderId, "COMPLETED");
        String customer = orders.order(orderId).path("customerId").asText();
        counterfoil.stack().pause(Part.BILLING);
        try {
            JsonNode crm = view("sales", "crm", customer);
            assertThat(crm.has("openInvoices")).isFalse();
            assertThat(crm.at("/orders/0/orderId").asText()).isEqualTo(orderId);
            assertThat(crm.at("/account/customerId").asText()).isEqualTo(customer);
            assertThat(AuditIT.state(crm, "billing-service")).isEqualTo("DOWN");
            assertThat(AuditIT.state(crm, "order-service")).isEqualTo("GIVEN");
        } finally {
            counterfoil.stack().resume(Part.BILLING);
        }
        await("billing is asked again").atMost(Duration.ofSeconds(30)).until(() -> view("sales", "crm", customer)
                .has("openInvoices"));
    }

    private JsonNode view(String role, String audience, String customer) {
        return counterfoil
                .as(Endpoint.WAREHOUSE, role)
                .get("/v1/views/" + audience + "/accounts/" + customer)
                .expect(200)
                .json();
    }
}
