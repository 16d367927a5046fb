package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        String then = maker.get(MATRICES + "/in-force")
                .expect(200)
                .json()
                .path("validFrom")
                .asText();
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
    void a_matrix_of_a_later_day_holds_from_that_day_on_and_the_old_one_until_then() {
        hold(List.of(rule("LEGAL_NAME", "crm", "OWNS", "FEDERATED")));
        Instant later = counterfoil.stack().time().now().plus(Duration.ofDays(2));
        JsonNode proposed = maker.post(
                        MATRICES,
                        Map.of(
                                "rules",
                                List.of(rule("LEGAL_NAME", "erp", "OWNS", "FEDERATED")),
                                "reason",
                                "a test",
                                "validFrom",
                                later.toString()))
                .expect(201)
                .json();
        checker.post(MATRICES + "/" + proposed.path("version").asText() + "/approval", Map.of())
                .expect(200);
        Map<String, Object> company = customers.company();
        String crm = Customers.reference("crm");
        customers.say(crm, company);
        Map<String, Object> renamed = Customers.but(company, "legalName", company.get("legalName") + " Holding");
        customers.integration().put(crm, renamed).expect(200);
        assertThat(ownerOfNames()).isEqualTo("crm");
        counterfoil.stack().time().moveTo(later.plusSeconds(60));
        assertThat(ownerOfNames()).isEqualTo("erp");
        Map<String, Object> again = Customers.but(company, "legalName", company.get("legalName") + " Group");
        Reply refused = customers.integration().put(crm, again).expect(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-system-of-record");
    }

    @Test
    void a_move_by_the_word_of_a_system_that_does_not_own_it_is_refused_or_kept_as_turned_away() {
        hold(List.of(rule("PROSPECT>ACTIVE", "erp", "OWNS", "FEDERATED")));
        Map<String, Object> prospect = Customers.but(customers.company(), "state", "PROSPECT");
        Map<String, Object> buyer = Customers.but(prospect, "state", "ACTIVE");
        String crm = Customers.reference("crm");
        String id = Customers.id(customers.say(crm, prospect));
        Reply refused = customers.integration().put(crm, buyer).expect(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-system-of-record");
        assertThat(customers
                        .integration()
                        .put(crm + "?handling=record", buyer)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("PROSPECT");
        List<JsonNode> rejected = customers.items("/v1/rejected-changes?customerId=" + id);
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).path("attribute").asText()).isEqualTo("state");
        assertThat(rejected.get(0).path("kept").asText()).isEqualTo("PROSPECT");
        assertThat(rejected.get(0).path("offered").asText()).isEqualTo("ACTIVE");
        assertThat(rejected.get(0).path("system").asText()).isEqualTo("crm");
        assertThat(rejected.get(0).path("owner").asText()).isEqualTo("erp");
    }

    /** What it takes is written once; what comes from there, again and anew, or is changed here leads to no write. */
    @Test
    void no_update_returns_to_where_it_came_from() {
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP");
        String opportunity = counterfoil.crm().win(deal);
        String customer = counterfoil
                .orders()
                .order(completed(opportunity).path("orderId").asText())
                .path("customerId")
                .asText();
        counterfoil.stack().time().settle();
        int written = writes(opportunity).size();
        assertThat(written).isPositive();

        counterfoil.crm().repeat(opportunity, 5);
        counterfoil.stack().time().settle();
        assertThat(writes(opportunity)).as("told again").hasSize(written);

        JsonNode account = customers.get(customer).at("/references/0");
        assertThat(account.path("system").asText()).isEqualTo("salesforce");
        JsonNode said = customers
                .integration()
                .put(
                        "/v1/customers/by-reference/salesforce/"
                                + account.path("id").asText(),
                        asKnown(customers.get(customer), "CHANGED BY THE CRM"))
                .expect(200)
                .json();
        assertThat(said.path("segment").asText()).isEqualTo("CHANGED BY THE CRM");
        customers.change(customer, Map.of("segment", "CHANGED BY US"));
        counterfoil.stack().time().settle();
        assertThat(writes(opportunity)).as("changed there and here").hasSize(written);
        assertThat(writes(account.path("id").asText()))
                .as("the account is theirs")
                .isEmpty();
    }

    private static Map<String, Object> asKnown(JsonNode customer, String segment) {
        Map<String, Object> said = new HashMap<>();
        said.put("legalName", customer.path("legalName").asText());
        said.put("email", customer.path("email").asText());
        said.put("billingAddress", customer.path("billingAddress"));
        said.put("segment", segment);
        return said;
    }

    private JsonNode completed(String opportunity) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> counterfoil
                                .as(Endpoint.ORDER, "operator")
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        process -> process.path("state").asText().equals("COMPLETED"));
    }

    /** What the CRM saw us write of one of its records. */
    private List<JsonNode> writes(String recordId) {
        return Books.list(counterfoil
                .crm()
                .twin()
                .get("/control/writes?recordId=" + recordId)
                .expect(200)
                .json());
    }

    private String ownerOfNames() {
        return maker.get(MATRICES + "/in-force")
                .expect(200)
                .json()
                .at("/rules/0/system")
                .asText();
    }

    private JsonNode hold(List<Map<String, Object>> rules) {
        return customers.hold(rules);
    }

    private Reply propose(List<Map<String, Object>> rules) {
        return maker.post(MATRICES, Map.of("rules", new ArrayList<>(rules), "reason", "a test"));
    }

    private static Map<String, Object> rule(String item, String system, String right, String authority) {
        return Customers.rule(item, system, right, authority);
    }
}
