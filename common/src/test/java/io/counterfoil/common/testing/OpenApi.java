package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An OpenAPI document, read as a tree; knows its operations and follows references inside the document. */
final class OpenApi {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;
    private final Map<String, JsonNode> operations;

    private OpenApi(JsonNode root) {
        this.root = root;
        operations = Collections.unmodifiableMap(operationsOf(root));
    }

    static OpenApi read(Path file) {
        return new OpenApi(JsonSchemas.readYaml(file));
    }

    JsonNode root() {
        return root;
    }

    /** Operations by {@code VERB /path}. */
    Map<String, JsonNode> operations() {
        return operations;
    }

    private static Map<String, JsonNode> operationsOf(JsonNode root) {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (VERBS.contains(operation.getKey())) {
                        operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                    }
                }));
        return operations;
    }

    /** The node itself, or what its {@code $ref} points to. */
    JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** Every reference that leads nowhere. */
    List<String> danglingReferences() {
        List<String> found = new ArrayList<>();
        root.findValuesAsText("$ref").stream()
                .distinct()
                .filter(reference -> !reference.startsWith("#/")
                        || root.at(reference.substring(1)).isMissingNode())
                .forEach(reference -> found.add("$ref " + reference + " leads nowhere"));
        return found;
    }
}
