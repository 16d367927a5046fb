package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether an account is suspended, as the versions of its golden record tell. */
final class Suspension {

    private static final String SUSPENDED = "SUSPENDED";

    private Suspension() {}

    /** @param versions the newest first */
    static ObjectNode of(JsonNode versions) {
        JsonNode began = null;
        for (JsonNode version : versions) {
            if (!version.at("/goldenRecord/state").asText().equals(SUSPENDED)) {
                break;
            }
            began = version;
        }
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("suspended", began != null);
        if (began != null) {
            told.put("since", began.path("changedAt").asText());
            told.put("source", began.path("source").asText());
            if (began.hasNonNull("reason")) {
                told.set("reason", began.get("reason"));
            }
        }
        return told;
    }
}
