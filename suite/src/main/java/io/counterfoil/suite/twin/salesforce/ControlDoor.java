package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.WebServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only tests, the demo and a curious person use: fill the org, close an opportunity, read the books, make faults. */
final class ControlDoor {

    private static final String ADMINISTRATOR = "control";
    private static final String KEY = "External_Key__c";

    private final Org org;
    private final OutboundMessages messages;
    private final Listener listener;
    private final Sessions sessions;
    private final Weather weather;

    ControlDoor(Org org, OutboundMessages messages, Listener listener, Sessions sessions, Weather weather) {
        this.org = org;
        this.messages = messages;
        this.listener = listener;
        this.sessions = sessions;
        this.weather = weather;
    }

    void open(WebServer web) {
        web.route("GET", "/control/health", call -> Answer.json(200, Map.of("status", "UP")));
        web.route("POST", "/control/records", this::save);
        web.route("GET", "/control/records/{object}/{key}", this::read);
        web.route("POST", "/control/opportunities/close", this::closeMany);
        web.route("POST", "/control/opportunities/{key}/close", this::close);
        web.route("GET", "/control/calls", call -> Answer.json(200, Map.of("calls", weather.calls())));
        web.route(
                "GET",
                "/control/notifications",
                call -> Answer.json(
                        200, messages.all(call.query("opportunityId").orElse(null))));
        web.route(
                "POST",
                "/control/notifications/{id}/resend",
                call -> Answer.json(
                        200,
                        messages.resend(
                                call.part("id"), call.json().path("times").asInt(1))));
        web.route("GET", "/control/deliveries", call -> Answer.json(200, listener.deliveries()));
        web.route("GET", "/control/writes", this::writes);
        web.route("GET", "/control/contradictions", call -> Answer.json(200, Contradictions.in(byOthers(null))));
        web.route("GET", "/control/faults", call -> Answer.json(200, weather.faults()));
        web.route("PUT", "/control/faults", this::faults);
        web.route("POST", "/control/sessions/end", this::endSessions);
    }

    /** Creates or replaces records; each names its type, and is found again by its id or its External_Key__c. */
    private Answer save(Call call) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode sent : call.json()) {
            ObjectNode body = ((ObjectNode) sent).deepCopy();
            ObjectType type = type(body.remove("type").asText());
            JsonNode key = body.has("Id") ? body.remove("Id") : body.path(KEY);
            List<SObject> found = key.isTextual() ? found(type, key.asText()) : List.of();
            if (found.isEmpty()) {
                results.add(
                        Rendering.saved(org.create(type, body, ADMINISTRATOR).id(), true));
            } else {
                org.update(type, found.get(0).id(), body, ADMINISTRATOR);
                results.add(Rendering.saved(found.get(0).id(), false));
            }
        }
        return Answer.json(200, results);
    }

    private Answer read(Call call) {
        return Answer.json(200, Rendering.record(one(type(call.part("object")), call.part("key")), List.of()));
    }

    private Answer close(Call call) {
        SObject opportunity = one(Schema.OPPORTUNITY, call.part("key"));
        org.update(Schema.OPPORTUNITY, opportunity.id(), won(), ADMINISTRATOR);
        List<Notification> sent = messages.all(opportunity.id());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", opportunity.id());
        answer.put("notificationIds", sent.stream().map(Notification::id).toList());
        return Answer.json(200, answer);
    }

    /** Many deals are won in the same moment. */
    private Answer closeMany(Call call) {
        for (JsonNode key : call.json()) {
            SObject opportunity = one(Schema.OPPORTUNITY, key.asText());
            org.update(Schema.OPPORTUNITY, opportunity.id(), won(), ADMINISTRATOR);
        }
        return Answer.empty(204);
    }

    private static ObjectNode won() {
        return (ObjectNode) Json.tree("{\"StageName\":\"Closed Won\"}".getBytes());
    }

    private Answer writes(Call call) {
        String record = call.query("recordId").orElse(null);
        return Answer.json(200, call.query("all").isPresent() ? org.writes(record) : byOthers(record));
    }

    private List<FieldWrite> byOthers(String recordId) {
        return org.writes(recordId).stream()
                .filter(write -> !write.by().equals(ADMINISTRATOR))
                .toList();
    }

    private Answer faults(Call call) {
        weather.become(Json.read(call.body(), Faults.class));
        return Answer.empty(204);
    }

    private Answer endSessions(Call call) {
        sessions.endAll();
        return Answer.empty(204);
    }

    private SObject one(ObjectType type, String key) {
        return found(type, key).stream().findFirst().orElseThrow(SalesforceError::notFound);
    }

    private List<SObject> found(ObjectType type, String key) {
        List<SObject> byKey = org.matching(type, KEY, key);
        boolean isId = key.matches(type.prefix() + "\\w{12}(\\w{3})?");
        return byKey.isEmpty() && isId ? org.find(type, key).stream().toList() : byKey;
    }

    private static ObjectType type(String name) {
        return Schema.find(name).orElseThrow(SalesforceError::notFound);
    }
}
