package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who belongs to whom, on any day, without circles. */
class HierarchyIT {
    private final Customers customers = new Customers(Counterfoil.running());
    private final Client operator = customers.operator();

    @Test
    void a_tree_is_read_as_of_a_day() {
        String top = customer();
        String middle = customer();
        String leaf = customer();
        relate(middle, "PARENT", top, "2026-01-01").expect(201);
        relate(leaf, "PARENT", middle, "2026-01-01").expect(201);
        relate(leaf, "PARENT", top, "2026-03-01").expect(201);
        assertThat(members(leaf, "2026-02-01")).containsExactly(top, middle, leaf);
        assertThat(parentOf(leaf, "2026-02-01")).isEqualTo(middle);
        assertThat(parentOf(leaf, "2026-03-01")).isEqualTo(top);
        assertThat(members(leaf, "2025-01-01")).containsExactly(leaf);
        operator.get("/v1/customers/" + leaf + "/hierarchy?asOf=soon").expect(422);
    }

    @Test
    void no_circle_is_closed_whatever_the_day() {
        String one = customer();
        String other = customer();
        String third = customer();
        relate(other, "PARENT", one, "2026-01-01").expect(201);
        relate(third, "PARENT", other, "2026-06-01").expect(201);
        Reply refused = relate(one, "PARENT", third, "2026-02-01").expect(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("hierarchy-loop");
        relate(one, "PARENT", one, "2026-02-01").expect(409, 422);
    }

    @Test
    void bill_to_and_ship_to_end_on_a_day() {
        String one = customer();
        String payer = customer();
        JsonNode made = relate(one, "BILL_TO", payer, "2026-01-01").expect(201).json();
        relate(one, "SHIP_TO", payer, "2026-01-01").expect(201);
        String end = "/v1/customers/" + one + "/relationships/"
                + made.path("relationshipId").asText() + "/end";
        operator.post(end, Map.of("validTo", "2025-01-01", "reason", "too early"))
                .expect(422);
        operator.post(end, Map.of("validTo", "2026-05-01", "reason", "pays itself"))
                .expect(200);
        operator.post(end, Map.of("reason", "again")).expect(409);
        String list = "/v1/customers/" + one + "/relationships";
        assertThat(customers.items(list + "?asOf=2026-04-30")).hasSize(2);
        assertThat(customers.items(list + "?asOf=2026-05-01")).hasSize(1);
        assertThat(customers.items(list)).hasSize(2);
        relate(one, "BILL_TO", "00000000-0000-7000-8000-000000000000", "2026-06-01")
                .expect(404);
        operator.post(list, Map.of("kind", "PARENT", "reason", "nobody")).expect(422);
    }

    private String customer() {
        return Customers.id(customers.say(Customers.reference("crm"), customers.company()));
    }

    private Reply relate(String customer, String kind, String other, String from) {
        return operator.post(
                "/v1/customers/" + customer + "/relationships",
                Map.of("kind", kind, "customerId", other, "validFrom", from, "reason", "a test"));
    }

    private List<JsonNode> tree(String customer, String day) {
        return Books.list(operator.get("/v1/customers/" + customer + "/hierarchy?asOf=" + day)
                .expect(200)
                .json()
                .path("members"));
    }

    private List<String> members(String customer, String day) {
        return tree(customer, day).stream().map(Customers::id).toList();
    }

    private String parentOf(String customer, String day) {
        return tree(customer, day).stream()
                .filter(member -> Customers.id(member).equals(customer))
                .map(member -> member.path("parentId").asText())
                .findFirst()
                .orElseThrow();
    }
}
