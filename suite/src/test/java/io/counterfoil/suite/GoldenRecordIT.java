package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The golden record says who set each value, is found by any outside id, and can be read as it was on any day. */
class GoldenRecordIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Client auditor = counterfoil.as(Endpoint.CUSTOMER, "auditor");

    @Test
    void each_value_says_who_set_it_when_and_from_which_source() {
        Map<String, Object> company = customers.company();
        String id = Customers.id(customers.say(Customers.reference("crm"), company));
        customers.change(id, Map.of("segment", "ENTERPRISE", "region", "EMEA"));
        JsonNode name = attribute(id, "legalName");
        assertThat(name.path("source").asText()).isEqualTo("crm");
        assertThat(name.path("value")).isEqualTo(customers.get(id).path("legalName"));
        JsonNode segment = attribute(id, "segment");
        assertThat(segment.path("source").asText()).isEqualTo("api");
        assertThat(segment.path("setBy").asText()).contains("operator");
        assertThat(segment.path("version").asInt()).isEqualTo(2);
        auditor.get("/v1/customers/00000000-0000-7000-8000-000000000000/provenance")
                .expect(404);
    }

    @Test
    void the_whole_record_is_kept_with_addresses_contacts_and_legal_entity_and_found_by_any_outside_id() {
        Map<String, Object> company = customers.company();
        String crm = Customers.reference("crm");
        String id = Customers.id(customers.say(crm, company));
        customers.change(
                id,
                Map.of(
                        "legalEntityId",
                        "US01",
                        "addresses",
                        List.of(Map.of(
                                "kind", "SHIPPING", "address", Map.of("line1", "2 Dock Street", "country", "US"))),
                        "contacts",
                        List.of(Map.of("role", "BILLING", "name", "Accounts payable"))));
        String erp = Customers.reference("erp");
        JsonNode known = customers.say(erp, company);
        assertThat(known.path("customerId").asText()).isEqualTo(id);
        assertThat(known.path("addresses").path(0).path("kind").asText()).isEqualTo("SHIPPING");
        assertThat(known.path("contacts").path(0).path("name").asText()).isEqualTo("Accounts payable");
        for (String reference : List.of(crm, erp)) {
            assertThat(Customers.id(
                            customers.integration().get(reference).expect(200).json()))
                    .isEqualTo(id);
        }
    }

    /** By the clock of the service that is asked: the others may be some milliseconds ahead. */
    private String now() {
        return customers
                .operator()
                .get("/v1/clock")
                .expect(200)
                .json()
                .path("now")
                .asText();
    }

    @Test
    void history_is_read_as_of_a_day_and_as_it_was_known_then() {
        String id = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        String before = now();
        customers.change(id, Map.of("segment", "ENTERPRISE"));
        String path = "/v1/customers/" + id + "/as-of";
        assertThat(auditor.get(path).expect(200).json().path("segment").asText())
                .isEqualTo("ENTERPRISE");
        JsonNode earlier =
                auditor.get(path + "?effective=" + before).expect(200).json();
        assertThat(earlier.has("segment")).isFalse();
        assertThat(earlier.path("version").asInt()).isEqualTo(1);
        auditor.get(path + "?effective=2001-01-01").expect(404);
        auditor.get(path + "?effective=yesterday").expect(422);
    }

    @Test
    void a_correction_of_the_past_changes_what_was_so_but_not_what_was_known() {
        String id = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        String early = now();
        String path = "/v1/customers/" + id;
        customers
                .operator()
                .with("If-Match", customers.tag(id))
                .patch(path + "?reason=was%20so%20all%20along&effectiveFrom=" + early, Map.of("segment", "SMB"))
                .expect(200);
        String asOf = path + "/as-of?effective=" + early;
        assertThat(auditor.get(asOf).expect(200).json().path("segment").asText())
                .isEqualTo("SMB");
        assertThat(auditor.get(asOf + "&known=" + early).expect(200).json().has("segment"))
                .isFalse();
    }

    @Test
    void every_change_is_in_the_audit_trail_with_before_and_after() {
        String id = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        customers.change(id, Map.of("segment", "SMB"));
        List<JsonNode> trail = Books.list(auditor.get("/v1/audit-entries?object=customer&objectId=" + id)
                .expect(200)
                .json()
                .path("items"));
        assertThat(trail).extracting(entry -> entry.path("act").asText()).containsExactly("created", "changed");
        assertThat(trail.get(0).path("origin").asText()).isEqualTo("crm");
        JsonNode changed = trail.get(1);
        assertThat(changed.path("before").has("segment")).isFalse();
        assertThat(changed.path("after").path("segment").asText()).isEqualTo("SMB");
        assertThat(changed.path("actor").asText()).contains("operator");
        auditor.get("/v1/audit-entries?from=yesterday").expect(422);
    }

    private JsonNode attribute(String id, String name) {
        return Books.list(auditor.get("/v1/customers/" + id + "/provenance")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(each -> each.path("attribute").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
