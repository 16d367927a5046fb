package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Closes object schemas: a property that no schema names is a complaint. Schemas that are parts of a composition stay
 * open, because there the whole is what counts.
 */
final class ClosedSchemas {
    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

    private ClosedSchemas() {}

    static JsonNode close(JsonNode schemas) {
        JsonNode copy = schemas.deepCopy();
        Set<String> parts = new HashSet<>();
        collectParts(copy, parts);
        closeBelow(copy, "", parts, false);
        return copy;
    }

    private static void collectParts(JsonNode node, Set<String> parts) {
        COMPOSITIONS.forEach(word -> node.path(word).forEach(part -> {
            if (part.has("$ref")) {
                parts.add(part.get("$ref").asText());
            }
        }));
        node.forEach(child -> collectParts(child, parts));
    }

    private static void closeBelow(JsonNode node, String name, Set<String> parts, boolean isPart) {
        boolean open = isPart || parts.contains("#/components/schemas/" + name);
        if (node instanceof ObjectNode object && isOpenObject(object) && !open) {
            object.put("unevaluatedProperties", false);
        }
        node.properties().forEach(child -> {
            boolean composed = COMPOSITIONS.contains(child.getKey());
            if (composed) {
                child.getValue().forEach(part -> closeBelow(part, "", parts, true));
            } else {
                closeBelow(child.getValue(), child.getKey(), parts, false);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> closeBelow(element, "", parts, false));
        }
    }

    private static boolean isOpenObject(ObjectNode node) {
        boolean isSchema =
                node.path("properties").isObject() && !node.path("properties").isEmpty();
        return isSchema && !node.has("additionalProperties") && !node.has("unevaluatedProperties");
    }
}
