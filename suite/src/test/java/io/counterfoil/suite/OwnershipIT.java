package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who owns what is data: two people change it, it is enforced, and what held before can be read. */
class OwnershipIT {
    private static final String MATRICES = "/v1/ownership-matrices";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Client maker = counterfoil.as(Endpoint.CUSTOMER, "controller");
    private final Client checker = counterfoil.as(Endpoint.CUSTOMER, "controller", "checker@counterfoil.example");

    /** All other tests live in a world where people own everything that is named here. */
    @AfterEach
    void people_own_again() {
        hold(List.of(rule("CLASSIFICATION", "customer-service", "READS", "NATIVE")));
    }

    @Test
    void a_matrix_is_proposed_by_one_person_and_approved_by_another() {
        JsonNode proposed = propose(List.of(rule("LEGAL_NAME", "erp", "OWNS", "FEDERATED")))
                .expect(201)
                .json();
        String path = MATRICES + "/" + proposed.path("version").asText();
        maker.post(path + "/approval", Map.of()).expect(403);
        checker.post(path + "/approval", Map.of()).expect(200);
        checker.post(path + "/approval", Map.of()).expect(409);
        checker.post(path + "/rejection", Map.of()).expect(409);
        maker.get(path).expect(200);
        maker.get(MATRICES + "/999999").expect(404);
        JsonNode inForce = maker.get(MATRICES + "/in-force").expect(200).json();
        assertThat(inForce.path("version")).isEqualTo(proposed.path("version"));
        maker.get(MATRICES + "/in-force?at=2001-01-01T00:00:00Z").expect(404);
        maker.get(MATRICES + "/in-force?at=now").expect(422);
    }

    @Test
    void an_old_matrix_can_be_read_as_it_held() {
        JsonNode first = hold(List.of(rule("NAMES", "crm", "OWNS", "FEDERATED")));
        String then = counterfoil.stack().time().now().toString();
        hold(List.of(rule("NAMES", "erp", "OWNS", "FEDERATED")));
        JsonNode held = maker.get(MATRICES + "/in-force?at=" + then).expect(200).json();
        assertThat(held.path("version")).isEqualTo(first.path("version"));
        assertThat(held.path("rules").path(0).path("system").asText()).isEqualTo("crm");
    }

    @Test
    void two_owners_of_one_item_are_no_matrix_and_a_rejected_one_never_holds() {
        propose(List.of(rule("NAMES", "crm", "OWNS", "FEDERATED"), rule("NAMES", "erp", "OWNS", "FEDERATED")))
                .expect(422);
        JsonNode proposed = propose(List.of(rule("NAMES", "crm", "OWNS", "FEDERATED")))
                .expect(201)
                .json();
        checker.post(MATRICES + "/" + proposed.path("version").asText() + "/rejection", Map.of())
                .expect(200);
    }

    @Test
    void a_change_of_what_another_system_owns_is_refused_by_name_or_recorded_with_both_values() {
        hold(List.of(
                rule("LEGAL_NAME", "erp", "OWNS", "FEDERATED"), rule("LEGAL_NAME", "crm", "PROPOSES", "FEDERATED")));
        Map<String, Object> company = customers.company();
        String crm = Customers.reference("crm");
        String id = Customers.id(customers.say(crm, company));
        Map<String, Object> renamed = Customers.but(company, "legalName", company.get("legalName") + " Holding");
        Reply refused = customers.integration().put(crm, renamed).expect(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-system-of-record");
        assertThat(refused.json().path("detail").asText()).contains("erp");
        customers
                .operator()
                .with("If-Match", customers.tag(id))
                .patch("/v1/customers/" + id, Map.of("legalName", "By Hand Inc."))
                .expect(409);
        customers.integration().put(crm + "?handling=record", renamed).expect(200);
        assertThat(customers.get(id).path("legalName").asText()).isEqualTo(company.get("legalName"));
        List<JsonNode> rejected = customers.items("/v1/rejected-changes?customerId=" + id);
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).path("kept").asText()).isEqualTo(company.get("legalName"));
        assertThat(rejected.get(0).path("offered").asText()).endsWith("Holding");
        assertThat(rejected.get(0).path("owner").asText()).isEqualTo("erp");
        String erp = Customers.reference("erp");
        customers.say(erp, company);
        assertThat(customers.say(erp, renamed).path("legalName").asText()).endsWith("Holding");
    }

    @Test
    void a_move_that_another_system_owns_is_not_made_by_people() {
        hold(List.of(rule("ACTIVE>SUSPENDED", "billing", "OWNS", "FEDERATED")));
        String id = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        Reply refused = customers
                .operator()
                .with("If-Match", customers.tag(id))
                .put("/v1/customers/" + id + "/state", Map.of("state", "SUSPENDED", "reason", "by hand"))
                .expect(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-system-of-record");
    }

    @Test
    void what_was_told_before_is_no_news() {
        Map<String, Object> company = customers.company();
        String crm = Customers.reference("crm");
        customers.integration().put(crm + "?sourceVersion=5", company).expect(201);
        customers
                .integration()
                .put(crm + "?sourceVersion=4", Customers.but(company, "segment", "OLD"))
                .expect(200);
        JsonNode now = customers
                .integration()
                .put(crm + "?sourceVersion=6", Customers.but(company, "segment", "NEW"))
                .expect(200)
                .json();
        assertThat(now.path("segment").asText()).isEqualTo("NEW");
        assertThat(now.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void no_update_returns_to_where_it_came_from() {
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP");
        String opportunity = counterfoil.crm().win(deal);
        JsonNode placed = org.awaitility.Awaitility.await("the order of " + deal)
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> counterfoil
                                .as(Endpoint.ORDER, "operator")
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .path("items")
                                .path(0),
                        process -> process.path("state").asText().equals("COMPLETED"));
        String customer = counterfoil
                .orders()
                .order(placed.path("orderId").asText())
                .path("customerId")
                .asText();
        customers.change(customer, Map.of("segment", "CHANGED BY US"));
        counterfoil.stack().time().settle();
        List<JsonNode> writes = Books.list(
                counterfoil.crm().twin().get("/control/writes").expect(200).json());
        assertThat(writes).isNotEmpty();
        assertThat(writes).noneMatch(write -> write.path("object").asText().equals("Account"));
    }

    private JsonNode hold(List<Map<String, Object>> rules) {
        JsonNode proposed = propose(rules).expect(201).json();
        return checker.post(MATRICES + "/" + proposed.path("version").asText() + "/approval", Map.of())
                .expect(200)
                .json();
    }

    private Reply propose(List<Map<String, Object>> rules) {
        return maker.post(MATRICES, Map.of("rules", new ArrayList<>(rules), "reason", "a test"));
    }

    private static Map<String, Object> rule(String item, String system, String right, String authority) {
        return Map.of("object", "CUSTOMER", "item", item, "system", system, "right", right, "authority", authority);
    }
}
