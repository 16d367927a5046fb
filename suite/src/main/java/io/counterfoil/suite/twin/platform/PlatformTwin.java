package io.counterfoil.suite.twin.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.WebServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The twin, running: what is set up under which key, and which codes it refuses. */
public final class PlatformTwin implements AutoCloseable {

    /** How it is set up: the port, any free one where 0, and what a caller must show. */
    public record Settings(int port, String key) {}

    private final WebServer web;
    private final String key;
    private final Map<String, Map<String, Object>> entitlements = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> refusals = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> calls = new CopyOnWriteArrayList<>();

    private PlatformTwin(Settings settings) {
        web = WebServer.listen(settings.port());
        key = settings.key();
    }

    /** Starts it. */
    public static PlatformTwin start(Settings settings) {
        PlatformTwin twin = new PlatformTwin(settings);
        twin.web.route("GET", "/control/health", call -> Answer.json(200, Map.of("status", "UP")));
        twin.web.route("GET", "/control/calls", call -> Answer.json(200, twin.calls));
        twin.web.route("GET", "/control/entitlements", call -> Answer.json(200, twin.entitlements.values()));
        twin.web.route("PUT", "/control/refusals/{sku}", twin::refuse);
        twin.web.route("DELETE", "/control/refusals/{sku}", twin::accept);
        twin.web.route("PUT", "/v1/entitlements/{key}", call -> twin.known(call, twin::setUp));
        twin.web.route("GET", "/v1/entitlements/{key}", call -> twin.known(call, twin::find));
        twin.web.route("DELETE", "/v1/entitlements/{key}", call -> twin.known(call, twin::takeDown));
        return twin;
    }

    /** The port that it listens on. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.close();
    }

    private Answer refuse(Call call) {
        refusals.put(call.part("sku"), call.json());
        return Answer.empty(204);
    }

    private Answer accept(Call call) {
        refusals.remove(call.part("sku"));
        return Answer.empty(204);
    }

    private Answer known(Call call, WebServer.Door door) {
        calls.add(Map.of("method", call.method(), "key", call.part("key")));
        boolean shown =
                call.header("Authorization").filter(("Bearer " + key)::equals).isPresent();
        return shown ? door.answer(call) : Answer.json(401, Map.of("code", "who-are-you"));
    }

    private Answer setUp(Call call) {
        for (JsonNode item : call.json().path("items")) {
            JsonNode refusal = refusals.get(item.path("sku").asText());
            if (refusal != null) {
                return Answer.json(422, refusal);
            }
        }
        boolean first = !entitlements.containsKey(call.part("key"));
        return Answer.json(
                first ? 201 : 200, entitlements.computeIfAbsent(call.part("key"), id -> entitlement(id, call)));
    }

    private static Map<String, Object> entitlement(String id, Call call) {
        Map<String, Object> entitlement = new LinkedHashMap<>();
        entitlement.put("entitlementId", "ent_" + id);
        entitlement.put("key", id);
        entitlement.put("state", "ACTIVE");
        entitlement.put("request", call.json());
        return entitlement;
    }

    private Answer find(Call call) {
        Map<String, Object> known = entitlements.get(call.part("key"));
        return known == null ? Answer.json(404, Map.of("code", "not-there")) : Answer.json(200, known);
    }

    private Answer takeDown(Call call) {
        return entitlements.remove(call.part("key")) == null
                ? Answer.json(404, Map.of("code", "not-there"))
                : Answer.empty(204);
    }
}
