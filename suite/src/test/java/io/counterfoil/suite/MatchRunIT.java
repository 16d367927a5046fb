package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many accounts are matched before any is taken; the records' quality is reported by rule and owner. */
class MatchRunIT {
    private final Customers customers = new Customers(Counterfoil.running());
    private final Client integration = customers.integration();

    @Test
    void accounts_are_matched_in_bulk_with_a_report_and_no_customer_changes() {
        Map<String, Object> known = customers.company();
        String id = Customers.id(customers.say(Customers.reference("crm"), known));
        String run = "/v1/match-runs/"
                + integration
                        .post("/v1/match-runs", Map.of("name", "a migration"))
                        .expect(201)
                        .json()
                        .path("runId")
                        .asText();
        Map<String, Object> same = Customers.but(
                known, "legalName", known.get("legalName").toString().toUpperCase());
        Map<String, Object> accounts =
                Map.of("system", "old-crm", "accounts", List.of(account("A", same), account("B", customers.company())));
        JsonNode report =
                integration.post(run + "/accounts", accounts).expect(200).json();
        assertThat(report.path("accounts").asInt()).isEqualTo(2);
        assertThat(report.path("outcomes").path("NAME_AND_DOMAIN").asInt()).isEqualTo(1);
        assertThat(report.path("outcomes").path("NEW").asInt()).isEqualTo(1);
        JsonNode found = integration
                .get(run + "/results?outcome=NAME_AND_DOMAIN")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(found.path("customerId").asText()).isEqualTo(id);
        assertThat(customers.get(id).path("version").asInt()).isEqualTo(1);
        integration.get(run).expect(200);
        integration.get("/v1/match-runs/" + UUID.randomUUID()).expect(404);
        integration
                .post(run + "/accounts", Map.of("system", "x", "accounts", List.of()))
                .expect(422);
    }

    @Test
    void the_quality_of_the_records_is_reported_by_rule_and_owner() {
        String id = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        JsonNode report =
                customers.operator().get("/v1/data-quality").expect(200).json();
        JsonNode missing = Books.list(report.path("rules")).stream()
                .filter(rule -> rule.path("rule").asText().equals("NO_LEGAL_ENTITY"))
                .findFirst()
                .orElseThrow();
        assertThat(missing.path("owner").asText()).isNotBlank();
        assertThat(missing.path("breaches").asInt()).isPositive();
        assertThat(customers.items("/v1/data-quality/NO_LEGAL_ENTITY?limit=200"))
                .extracting(Customers::id)
                .contains(id);
        customers.operator().get("/v1/data-quality/NO_SHOES").expect(404);
    }

    private static Map<String, Object> account(String id, Map<String, Object> says) {
        return Map.of("id", id, "says", says);
    }
}
