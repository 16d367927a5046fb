package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The golden record from its first reference to its end. */
class CustomerRecordIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client integration = counterfoil.as(Endpoint.CUSTOMER, "integration");
    private final Client operator = counterfoil.as(Endpoint.CUSTOMER, "operator");
    private final String reference = UUID.randomUUID().toString();
    private final String byReference = "/v1/customers/by-reference/portal/" + reference;

    @Test
    void a_reference_creates_a_customer_once_and_then_brings_it_up_to_date() {
        JsonNode created =
                integration.put(byReference, named("First Name")).expect(201).json();
        JsonNode updated =
                integration.put(byReference, named("Second Name")).expect(200).json();
        assertThat(updated.path("customerId")).isEqualTo(created.path("customerId"));
        assertThat(operator.get(byReference).expect(200).json().path("legalName"))
                .isEqualTo(updated.path("legalName"));
    }

    @Test
    void a_person_may_open_a_record_but_no_second_one_of_the_same_reference() {
        Map<String, Object> request = Map.of(
                "legalName",
                "By Hand " + reference,
                "references",
                List.of(Map.of("system", "portal", "id", reference)));
        operator.post("/v1/customers", request).expect(201);
        operator.post("/v1/customers", request).expect(409);
    }

    @Test
    void a_person_decides_which_customer_a_reference_means() {
        String link = "/references/erp/" + reference;
        String one = path(named("One"));
        String other = path(Map.of("legalName", "Other " + UUID.randomUUID()));
        operator.put(one + link, null).expect(428);
        operator.with("If-Match", "\"999\"").put(one + link, null).expect(412);
        operator.with("If-Match", tag(one)).put(one + link, null).expect(200);
        operator.with("If-Match", tag(other)).put(other + link, null).expect(200);
        assertThat(operator.get("/v1/customers?reference=erp:" + reference)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_closed_customer_changes_no_more() {
        integration.put(byReference, named("Closing")).expect(201);
        String customer = "/v1/customers/"
                + operator.get(byReference)
                        .expect(200)
                        .json()
                        .path("customerId")
                        .asText();
        Map<String, String> close = Map.of("state", "CLOSED", "reason", "wound up");
        operator.put(customer + "/state", close).expect(428);
        operator.with("If-Match", "\"999\"").put(customer + "/state", close).expect(412);
        operator.with("If-Match", tag(customer)).put(customer + "/state", close).expect(200);
        operator.with("If-Match", tag(customer))
                .put(customer + "/state", Map.of("state", "ACTIVE", "reason", "back"))
                .expect(409);
        operator.with("If-Match", tag(customer))
                .patch(customer, Map.of("tradingName", "Too late"))
                .expect(409);
        operator.with("If-Match", tag(customer))
                .put(customer + "/references/erp/" + reference, null)
                .expect(409);
        integration.put(byReference, named("Too late")).expect(409);
    }

    private Map<String, Object> named(String name) {
        return Map.of("legalName", name + " " + reference);
    }

    /** Where a new customer is. */
    private String path(Map<String, Object> attributes) {
        return "/v1/customers/"
                + operator.post("/v1/customers", attributes)
                        .expect(201)
                        .json()
                        .path("customerId")
                        .asText();
    }

    private String tag(String path) {
        return operator.get(path).expect(200).header("ETag");
    }
}
