package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who changed what, when, why, from where, from what to what: kept in every service, asked for in one place. */
class AuditIT {
    private static final String ROUTE = "/v1/exception-routes/TAX";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client auditor = counterfoil.as(Endpoint.WAREHOUSE, "auditor");

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void a_change_in_any_service_is_kept_with_who_why_before_and_after(Endpoint service) {
        Client operator = counterfoil.as(service, "operator");
        Reply before = operator.get(ROUTE).expect(200);
        String why = "audited " + UUID.randomUUID();
        changed(operator, before, why, 200);
        JsonNode entry = kept(service, why);
        assertThat(entry.path("actor").asText()).isNotBlank().isNotEqualTo("anonymous");
        assertThat(entry.path("at").asText()).isNotBlank();
        assertThat(entry.path("origin").asText()).isEqualTo("api");
        assertThat(entry.path("object").asText()).isEqualTo("exception-route");
        assertThat(entry.path("objectId").asText()).isEqualTo("TAX");
        assertThat(entry.at("/before/team")).isEqualTo(before.json().path("team"));
        assertThat(entry.at("/before/version")).isEqualTo(before.json().path("version"));
        assertThat(entry.at("/after/objectiveMinutes").asInt()).isEqualTo(200);
        assertThat(entry.path("correlationId").asText()).isNotBlank();
    }

    @Test
    void what_is_refused_leaves_no_trace_and_what_is_repeated_leaves_one() {
        Client operator = counterfoil.as(Endpoint.ORDER, "operator");
        String refused = "refused " + UUID.randomUUID();
        operator.with("Change-Reason", refused)
                .with("If-Match", "\"99999\"")
                .put(ROUTE, Map.of("team", "tax", "objectiveMinutes", 200))
                .expect(412);
        assertThat(entries(refused)).isEmpty();

        Map<String, Object> request = counterfoil.orders().request();
        Client partner =
                counterfoil.as(Endpoint.ORDER, "partner").with("Idempotency-Key", "audit-" + UUID.randomUUID());
        String order = partner.post("/v1/orders", request)
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        partner.post("/v1/orders", request).expect(201);
        List<JsonNode> entries =
                Books.list(auditor.get("/v1/views/audit/entries?service=order-service&objectId=" + order)
                        .expect(200)
                        .json()
                        .path("items"));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.path("act").asText()).isEqualTo("created");
            assertThat(entry.has("before")).isFalse();
            assertThat(entry.at("/after/orderId").asText()).isEqualTo(order);
        });
        counterfoil.orders().awaitState(order, "COMPLETED");
    }

    @Test
    void what_another_system_brings_is_kept_in_its_name_and_once() {
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP");
        String opportunity = counterfoil.crm().win(deal);
        List<JsonNode> kept = await("the trail of the webhook")
                .atMost(Duration.ofSeconds(60))
                .until(() -> brought("order-service", "salesforce", opportunity), found -> !found.isEmpty());
        counterfoil.crm().repeat(opportunity, 3);
        assertThat(brought("order-service", "salesforce", opportunity))
                .isEqualTo(kept)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("actor").asText()).isEqualTo("salesforce");
                    assertThat(entry.path("act").asText()).isEqualTo("received");
                });
    }

    @Test
    void what_a_timer_does_because_its_time_has_come_is_kept_in_its_name() {
        Map<String, Object> quote = counterfoil.orders().request();
        quote.remove("externalReference");
        quote.put(
                "validUntil",
                LocalDate.ofInstant(counterfoil.stack().time().now(), ZoneOffset.UTC)
                        .toString());
        String id = counterfoil
                .as(Endpoint.ORDER, "sales")
                .post("/v1/quotes", quote)
                .expect(201)
                .json()
                .path("quoteId")
                .asText();
        counterfoil.stack().time().move(Period.ofDays(2));
        JsonNode answer = auditor.get(
                        "/v1/views/audit/entries?service=order-service&actor=timer:quote-expiry&objectId=" + id)
                .expect(200)
                .json();
        assertThat(Books.list(answer.path("items"))).singleElement().satisfies(entry -> {
            assertThat(entry.path("origin").asText()).isEqualTo("clock");
            assertThat(entry.at("/after/state").asText()).isEqualTo("EXPIRED");
            assertThat(entry.at("/before/state").asText()).isNotBlank();
        });
    }

    private List<JsonNode> brought(String service, String system, String record) {
        JsonNode answer = auditor.get(
                        "/v1/views/audit/entries?object=webhook&limit=500&service=" + service + "&origin=" + system)
                .expect(200)
                .json();
        return Books.list(answer.path("items")).stream()
                .filter(entry -> entry.at("/after/recordId").asText().equals(record))
                .toList();
    }

    @Test
    void the_trails_of_all_services_are_one_answer_by_time_and_pages_follow_each_other() {
        String all = "/v1/views/audit/entries?object=exception-route&limit=3";
        changedEverywhere();
        JsonNode first = auditor.get(all).expect(200).json();
        assertThat(Books.list(first.path("parts")))
                .hasSize(5)
                .allSatisfy(part -> assertThat(part.path("state").asText()).isEqualTo("GIVEN"));
        assertThat(Books.list(first.path("items"))).hasSize(3);
        JsonNode second = auditor.get(
                        all + "&cursor=" + first.path("nextCursor").asText())
                .expect(200)
                .json();
        String last = first.at("/items/2/at").asText();
        assertThat(Books.list(second.path("items")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path("at").asText()).isGreaterThanOrEqualTo(last));
        assertThat(Books.list(second.path("items"))).doesNotContainAnyElementsOf(Books.list(first.path("items")));
        auditor.get(all + "&cursor=nonsense").expect(422);
        counterfoil.as(Endpoint.WAREHOUSE, "sales").get(all).expect(403);
    }

    @Test
    void a_trail_that_is_away_is_marked_and_the_others_are_told() {
        counterfoil.stack().pause(Part.BILLING);
        try {
            JsonNode answer =
                    auditor.get("/v1/views/audit/entries?limit=1").expect(200).json();
            assertThat(state(answer, "billing-service")).isEqualTo("DOWN");
            assertThat(state(answer, "ledger-service")).isEqualTo("GIVEN");
        } finally {
            counterfoil.stack().resume(Part.BILLING);
        }
        await("billing is asked again").atMost(Duration.ofSeconds(30)).until(() -> state(
                        auditor.get("/v1/views/audit/entries?limit=1")
                                .expect(200)
                                .json(),
                        "billing-service")
                .equals("GIVEN"));
    }

    static String state(JsonNode answer, String service) {
        return StreamSupport.stream(answer.path("parts").spliterator(), false)
                .filter(part -> part.path("service").asText().equals(service))
                .map(part -> part.path("state").asText())
                .findFirst()
                .orElse("not asked");
    }

    private void changedEverywhere() {
        for (Part server : Part.servers()) {
            Client operator = counterfoil.as(server.endpoint(), "operator");
            changed(operator, operator.get(ROUTE).expect(200), "everywhere", 200);
        }
    }

    private static void changed(Client operator, Reply before, String why, int minutes) {
        operator.with("Change-Reason", why)
                .with("If-Match", before.header("ETag"))
                .put(ROUTE, Map.of("team", "tax", "objectiveMinutes", minutes))
                .expect(200);
    }

    private JsonNode kept(Endpoint service, String why) {
        List<JsonNode> found = entries(why);
        assertThat(found).as("kept by " + service).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> entries(String why) {
        JsonNode answer = Json.read(auditor.get("/v1/views/audit/entries?object=exception-route&limit=500")
                .expect(200)
                .text());
        return Books.list(answer.path("items")).stream()
                .filter(entry -> entry.path("reason").asText().equals(why))
                .toList();
    }
}
