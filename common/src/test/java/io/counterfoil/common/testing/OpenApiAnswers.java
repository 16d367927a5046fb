package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Judges what a running server answers by the document that it publishes: to the letter. */
public final class OpenApiAnswers {
    private final OpenApi api;
    private final JsonNode closedComponents;
    private final Map<String, Pattern> paths = new TreeMap<>();

    /** By the schema's own place in the document. */
    private final Map<JsonNode, JsonSchemas.Prepared> schemas = Collections.synchronizedMap(new IdentityHashMap<>());

    private OpenApiAnswers(OpenApi api) {
        this.api = api;
        api.operations().keySet().forEach(key -> paths.put(key, pattern(key.substring(key.indexOf(' ') + 1))));
        this.closedComponents = ClosedSchemas.close(api.root().path("components"));
    }

    public static OpenApiAnswers of(Path openapiYaml) {
        return new OpenApiAnswers(OpenApi.read(openapiYaml));
    }

    /** Fails, saying precisely what differs, when the answer is not one that the document allows. */
    public void check(String method, String path, int status, String contentType, String body) {
        List<String> complaints = complaints(method, path, status, contentType, body);
        if (!complaints.isEmpty()) {
            throw new AssertionError(method + " " + path + " answered " + status + " against its contract:\n  "
                    + String.join("\n  ", complaints) + "\n  " + body);
        }
    }

    /** Everything in the answer that the document does not say; empty when it keeps its word. */
    public List<String> complaints(String method, String path, int status, String contentType, String body) {
        String plain = path.replaceFirst("[?#].*", "");
        Optional<String> template = template(method, plain);
        if (template.isEmpty()) {
            return List.of("the document has no operation " + method + " " + plain);
        }
        JsonNode responses = api.operations().get(template.get()).path("responses");
        JsonNode response = response(responses, status);
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not documented for " + template.get());
        }
        JsonNode content = api.resolve(response).path("content");
        if (content.isEmpty()) {
            return body == null || body.isEmpty() ? List.of() : List.of("a body, where the document has none");
        }
        String mediaType = contentType == null ? "" : contentType.replaceFirst("\\s*;.*", "");
        String documented = content.has(mediaType) ? mediaType : "*/*";
        if (!content.has(documented)) {
            return List.of(
                    "content type " + contentType + " is not documented for " + status + " of " + template.get());
        }
        return complaintsOfBody(content.path(documented).path("schema"), mediaType, body);
    }

    /** The operation of the document that this request meets, as {@code GET /v1/orders/{orderId}}. */
    public Optional<String> operation(String method, String path) {
        return template(method, path.replaceFirst("[?#].*", ""));
    }

    /** Every operation of the document with the statuses that it may answer. */
    public Map<String, Set<String>> statuses() {
        Map<String, Set<String>> found = new TreeMap<>();
        api.operations().forEach((key, operation) -> {
            Set<String> statuses = found.computeIfAbsent(key, k -> new TreeSet<>());
            operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        });
        return found;
    }

    private Optional<String> template(String method, String path) {
        return api.operations().keySet().stream()
                .filter(key -> key.startsWith(method + " "))
                .filter(key -> paths.get(key).matcher(path).matches())
                .min(Comparator.comparingInt(
                        key -> key.length() - key.replace("{", "").length()));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    private static JsonNode response(JsonNode responses, int status) {
        for (String key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
            if (responses.has(key)) {
                return responses.get(key);
            }
        }
        return responses.path("none");
    }

    private List<String> complaintsOfBody(JsonNode schema, String mediaType, String body) {
        if (schema.isMissingNode() || !mediaType.endsWith("json")) {
            return List.of();
        }
        try {
            return new ArrayList<>(
                    schemas.computeIfAbsent(schema, one -> JsonSchemas.prepared(standAlone(one, closedComponents)))
                            .complaints(JsonSchemas.parse(body)));
        } catch (IOException notJson) {
            return List.of("the body is no JSON: " + notJson.getMessage());
        }
    }

    /** A schema of the document as a document of its own, in which {@code #/components/…} still leads somewhere. */
    static JsonNode standAlone(JsonNode schema, JsonNode closedComponents) {
        ObjectNode alone = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        alone.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        alone.put("$ref", "#/$defs/answer");
        alone.putObject("$defs").set("answer", ClosedSchemas.close(schema));
        alone.set("components", closedComponents);
        return alone;
    }
}
