package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Walks the reference data that is there: reads each single thing that a list shows, and publishes each again. */
record ReferenceAgain(Counterfoil counterfoil, Part server) {

    /** For {@code /v1/things/{id}} the id of the first thing in {@code /v1/things}. */
    void readOneOfEachList() {
        for (Contract.Operation operation : Contract.guarded(server)) {
            String list = operation.template().replaceFirst("/\\{[^}]*}$", "");
            boolean single = operation.method().equals("GET") && !list.equals(operation.template());
            if (single && !list.contains("{")) {
                Api reader = counterfoil.stack().client(server.endpoint(), operation.anyRole());
                firstId(reader.get(list)).forEach(id -> reader.get(list + "/" + id));
            }
        }
    }

    /** Whatever in the first item looks like its key. */
    private static Set<String> firstId(Reply list) {
        Set<String> ids = new HashSet<>();
        if (list.status() == 200) {
            list.json().path("items").path(0).properties().forEach(field -> {
                boolean isKey =
                        field.getValue().isTextual() && field.getKey().matches("id|.*Id|gateway|code|kind|policy");
                if (isKey && field.getValue().asText().matches("[\\w.-]+")) {
                    ids.add(field.getValue().asText());
                }
            });
        }
        return ids;
    }

    /** Once without saying which version is meant, once with a stale one, once properly. */
    void publishAgain() {
        for (JsonNode section : ReferenceData.of(counterfoil.stack().access()).sections()) {
            if (Endpoint.valueOf(section.path("service").asText()) == server.endpoint()) {
                Iterator<JsonNode> entities = section.path("forEach").elements();
                String entity = entities.hasNext() ? entities.next().asText() : "{entity}";
                Json.read(section.path("calls").toString().replace("{entity}", entity))
                        .forEach(call -> publish(call.path("path").asText(), call.path("body")));
            }
        }
    }

    private void publish(String path, JsonNode body) {
        Api finance = counterfoil.stack().client(server.endpoint(), "finance");
        String tag = finance.get(path).header("ETag");
        finance.put(path, body);
        finance.with("If-Match", "\"999\"").put(path, body);
        if (tag != null) {
            finance.with("If-Match", tag).put(path, body);
        }
    }
}
