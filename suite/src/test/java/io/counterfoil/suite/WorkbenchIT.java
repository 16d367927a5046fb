package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exceptions of all services at one desk: found, told, spoken of, mended, counted. */
class WorkbenchIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client desk = counterfoil.as(Endpoint.WAREHOUSE, "operator");
    private final Client checker = counterfoil.as(Endpoint.WAREHOUSE, "operator", "checker@counterfoil.example");
    private final Api inbox = counterfoil.stack().anonymous(Endpoint.INBOX);

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void a_poisoned_message_is_one_story_at_the_desk_from_all_who_listen() {
        inbox.put("/control/boxes/integration", Map.of("secret", SECRET, "failures", 1))
                .expect(204);
        everywhere(
                "teams/integration",
                Map.of("url", counterfoil.stack().url(Endpoint.INBOX) + "/inbox/integration", "secret", SECRET));
        Poison poison = Poison.send(counterfoil);
        List<JsonNode> open = await("an exception of each at the desk")
                .atMost(Duration.ofSeconds(30))
                .until(() -> open(poison), found -> found.size() == Poison.CONSUMERS.size());
        assertThat(open)
                .extracting(one -> one.path("service").asText())
                .containsExactlyInAnyOrder("customer-service", "ledger-service", "order-service", "warehouse-feed");

        List<JsonNode> letters = await("the team is told of each, though its inbox failed once")
                .atMost(Duration.ofSeconds(30))
                .until(() -> taken(poison), found -> found.size() == Poison.CONSUMERS.size());
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.path("genuine").asBoolean()).isTrue();
            assertThat(letter.at("/body/data/remedy").asText()).isNotBlank();
        });
        open.forEach(this::worked);
        assertThat(open(poison)).isEmpty();
        everywhere(
                "teams/integration",
                Map.of(
                        "url",
                        counterfoil.stack().url(Endpoint.INBOX) + "/inbox/integration",
                        "secret",
                        SECRET,
                        "enabled",
                        false));
    }

    /** Everything that a person may do with one, from the desk, by two people where two are needed. */
    private void worked(JsonNode one) {
        String path = "/v1/workbench/exceptions/" + one.path("service").asText() + "/"
                + one.path("id").asText();
        desk.post(path + "/comments", Map.of("text", "a test has sent it")).expect(200);
        desk.post(path + "/assignment", Map.of("assignee", "clerk@counterfoil.example"))
                .expect(200);
        desk.send("POST", path + "/replay", null).expect(422);
        desk.post(path + "/waiver", Map.of("reason", "sent by a test")).expect(200);
        desk.send("POST", path + "/approval", null).expect(403);
        JsonNode waived =
                checker.send("POST", path + "/approval", null).expect(200).json();
        assertThat(waived.path("state").asText()).isEqualTo("WAIVED");
        assertThat(waived.path("history"))
                .extracting(act -> act.path("act").asText())
                .contains("COMMENTED", "ASSIGNED", "REPLAY_REFUSED", "WAIVE_PROPOSED", "WAIVER_APPROVED");
        JsonNode trail = counterfoil
                .as(Endpoint.WAREHOUSE, "auditor")
                .get("/v1/views/audit/entries?object=exception&objectId="
                        + one.path("id").asText())
                .expect(200)
                .json();
        assertThat(trail.path("items"))
                .extracting(entry -> entry.path("act").asText())
                .contains("commented", "assigned", "waive proposed", "waiver approved");
    }

    @Test
    void many_are_healed_at_once_after_their_one_cause_was_mended() {
        LegalEntities entities = new LegalEntities(counterfoil);
        entities.addWithoutRules("ZZ07");
        Orders orders = counterfoil.orders();
        List<String> placed = java.util.stream.Stream.generate(() -> {
                    Map<String, Object> request = orders.request();
                    request.put("legalEntityId", "ZZ07");
                    return orders.place(request);
                })
                .limit(3)
                .toList();
        placed.forEach(order -> orders.awaitState(order, "AWAITING_POSTING"));
        String filter = "/v1/workbench/exceptions?open=true&service=ledger-service&class=MAPPING&limit=500";
        await("three wait for a rule")
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.get(filter).expect(200).json().path("items").size() >= 3);
        narrowed(filter);
        late(placed);

        long healedBefore = healed();
        entities.addRules("ZZ07");
        JsonNode report = desk.send("POST", "/v1/workbench/replays?service=ledger-service", Map.of("class", "MAPPING"))
                .expect(200)
                .json()
                .at("/answers/ledger-service");
        assertThat(report.path("healed").asInt()).isGreaterThanOrEqualTo(3);
        placed.forEach(order -> orders.awaitState(order, "COMPLETED"));
        await("what was overdue ends by itself").atMost(Duration.ofSeconds(30)).until(() -> placed.stream()
                .noneMatch(overdue("CA")::contains));
        assertThat(healed()).isGreaterThanOrEqualTo(healedBefore + 3);
    }

    private void narrowed(String filter) {
        JsonNode one = desk.get(filter).expect(200).json().at("/items/0");
        for (String narrower : List.of(
                "&customerId=" + one.path("customerId").asText(),
                "&owner=" + one.path("owner").asText(),
                "&productLine=" + one.path("productLine").asText(),
                "&olderThan=PT0S")) {
            assertThat(desk.get(filter + narrower).expect(200).json().path("items"))
                    .as(narrower)
                    .isNotEmpty();
        }
        assertThat(desk.get(filter + "&olderThan=P365D").expect(200).json().path("items"))
                .isEmpty();
        assertThat(desk.get(filter + "&region=Nowhere").expect(200).json().path("items"))
                .isEmpty();
    }

    private void late(List<String> placed) {
        counterfoil.stack().time().move(Period.ofDays(2));
        await("each waits for its posting for longer than it may, and is found by its buyer's region")
                .atMost(Duration.ofSeconds(30))
                .until(() -> overdue("CA").containsAll(placed));
        assertThat(overdue("NY")).doesNotContainAnyElementsOf(placed);
    }

    private List<String> overdue(String region) {
        return Books.list(desk.get("/v1/workbench/exceptions?open=true&limit=500&class=OVERDUE&owner=finance&region="
                                + region)
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(one -> one.path("subject").asText())
                .toList();
    }

    @Test
    void a_class_goes_to_the_team_that_the_data_says_within_the_time_that_it_says() {
        everywhere("routes/POISON", Map.of("team", "night-shift", "objectiveMinutes", 1));
        try {
            Poison poison = Poison.send(counterfoil);
            Workbench ledger = new Workbench(counterfoil, Endpoint.LEDGER);
            JsonNode parked = ledger.awaitOpen(poison.subject(), 1).get(0);
            assertThat(parked.path("owner").asText()).isEqualTo("night-shift");
            assertThat(Duration.between(
                            java.time.Instant.parse(parked.path("openedAt").asText()),
                            java.time.Instant.parse(parked.path("dueAt").asText())))
                    .isEqualTo(Duration.ofMinutes(1));
            poison.awaitParkedAndWaive(counterfoil);
        } finally {
            everywhere("routes/POISON", Map.of("team", "integration", "objectiveMinutes", 240));
        }
        JsonNode refused = desk.put("/v1/workbench/routes/POISON", Map.of("team", "No Team", "objectiveMinutes", 0))
                .expect(422)
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("refused-by-all");
        assertThat(refused.path("errors")).hasSize(2);
    }

    private void everywhere(String what, Map<String, ?> wish) {
        desk.put("/v1/workbench/" + what, wish).expect(200).json().path("parts").forEach(part -> assertThat(
                        part.path("state").asText())
                .as(part.toString())
                .isEqualTo("GIVEN"));
    }

    private List<JsonNode> open(Poison poison) {
        return Books.list(desk.get("/v1/workbench/exceptions?open=true&subject=" + poison.subject())
                .expect(200)
                .json()
                .path("items"));
    }

    private List<JsonNode> taken(Poison poison) {
        return Books.list(inbox.get("/control/boxes/integration").expect(200).json()).stream()
                .filter(letter -> letter.path("status").asInt() == 204)
                .filter(letter -> letter.at("/body/data/subject").asText().equals(poison.subject()))
                .toList();
    }

    private long healed() {
        long sum = 0;
        for (JsonNode day :
                desk.get("/v1/workbench/figures?days=2").expect(200).json().path("days")) {
            sum += day.path("healedByReplay").asLong();
        }
        return sum;
    }
}
