package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two records of one company become one, with all that they are known by; and two again. */
class MergingIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Client operator = customers.operator();
    private final String crm = Customers.reference("crm");
    private final String erp = Customers.reference("erp");

    @Test
    void a_merge_moves_all_references_redirects_and_is_undone_as_if_it_had_never_been() {
        String one = Customers.id(customers.say(crm, Customers.but(customers.company(), "segment", "SMB")));
        String other = Customers.id(customers.say(erp, customers.company()));
        JsonNode before = customers.get(other);
        merge(one, other, "the same company").expect(200);
        assertThat(Customers.id(customers.integration().get(crm).expect(200).json()))
                .isEqualTo(other);
        assertThat(Customers.id(customers.integration().get(erp).expect(200).json()))
                .isEqualTo(other);
        Reply redirected = operator.get("/v1/customers/" + one).expect(307);
        assertThat(redirected.header("Location")).endsWith("/v1/customers/" + other);
        assertThat(customers.get(other).path("segment").asText()).isEqualTo("SMB");
        assertThat(merges(one)).hasSize(1);

        unmerge(one).expect(200);
        assertThat(Customers.id(customers.integration().get(crm).expect(200).json()))
                .isEqualTo(one);
        JsonNode after = customers.get(other);
        for (String attribute : List.of("legalName", "references", "taxRegistrations", "state", "email")) {
            assertThat(after.path(attribute)).as(attribute).isEqualTo(before.path(attribute));
        }
        assertThat(after.has("segment")).isFalse();
        assertThat(merges(one).get(0).path("unmergeReason").asText()).isEqualTo("two companies after all");
        unmerge(one).expect(409);
    }

    @Test
    void a_merge_and_its_undoing_are_told_to_all() {
        String one = Customers.id(customers.say(crm, customers.company()));
        String other = Customers.id(customers.say(erp, customers.company()));
        merge(one, other, "told").expect(200);
        counterfoil.stack().time().settle();
        assertThat(told("merged", one)).hasSize(1);
        assertThat(told("unmerged", one)).isEmpty();
        unmerge(one).expect(200);
        counterfoil.stack().time().settle();
        assertThat(told("merged", one)).hasSize(1);
        List<JsonNode> unmerged = told("unmerged", one);
        assertThat(unmerged).hasSize(1);
        assertThat(unmerged.get(0).toString()).contains(other, "two companies after all");
    }

    /** What the warehouse has heard of it. */
    private List<JsonNode> told(String verb, String customer) {
        return Books.list(counterfoil
                .as(Endpoint.WAREHOUSE, "integration")
                .get("/v1/events?type=io.counterfoil.customer.customer." + verb + ".v1&subject=" + customer)
                .expect(200)
                .json()
                .path("items"));
    }

    @Test
    void nobody_is_merged_into_itself_or_after_its_end() {
        String one = Customers.id(customers.say(crm, customers.company()));
        String other = Customers.id(customers.say(erp, customers.company()));
        merge(one, one, "itself").expect(422);
        merge(one, other, "once").expect(200);
        merge(one, other, "twice").expect(409);
        merge("00000000-0000-7000-8000-000000000000", other, "nobody").expect(404);
    }

    @Test
    void what_is_said_by_an_old_account_after_a_merge_reaches_the_survivor() {
        Map<String, Object> company = customers.company();
        String one = Customers.id(customers.say(crm, company));
        String other = Customers.id(customers.say(erp, customers.company()));
        merge(one, other, "the same company").expect(200);
        assertThat(Customers.id(customers.say(crm, Customers.but(company, "tradingName", "Later"))))
                .isEqualTo(other);
        operator.with("If-Match", "*")
                .patch("/v1/customers/" + one, Map.of("tradingName", "Too late"))
                .expect(409);
    }

    private Reply merge(String one, String into, String reason) {
        return operator.post("/v1/customers/" + one + "/merge", Map.of("into", into, "reason", reason));
    }

    private Reply unmerge(String one) {
        return operator.post("/v1/customers/" + one + "/unmerge", Map.of("reason", "two companies after all"));
    }

    private List<JsonNode> merges(String one) {
        return customers.items("/v1/customers/" + one + "/merges");
    }
}
