package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.RawBody;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How an operation is told in the audit trail: {@code POST /v1/write-offs/{id}/decision} is the "decision" of a "write-off".
 *
 * @param object what kind of thing, the noun before the first variable, in the singular
 * @param pathId which one by the path; empty where it was only made
 * @param rest what the path says behind it; empty where the thing itself is meant
 */
record Wording(String object, String pathId, String rest, Method operation) {

    private static final int LARGEST = 65_536;

    static Wording of(Method operation, Map<String, String> values) {
        List<String> nouns = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String part : template(operation).split("/")) {
            boolean variable = part.startsWith("{");
            if (part.isEmpty() || part.equals("v1")) {
                continue;
            }
            if (variable && rest.isEmpty()) {
                ids.add(values.get(name(part)));
            } else if (ids.isEmpty()) {
                nouns.add(part);
            } else {
                rest.add(variable ? values.get(name(part)) : part);
            }
        }
        String noun = nouns.get(nouns.size() - 1).startsWith("by-") ? nouns.get(0) : nouns.get(nouns.size() - 1);
        return new Wording(singular(noun), String.join("/", ids), String.join(" ", rest), operation);
    }

    String act(boolean nothingBefore) {
        if (!rest.isEmpty()) {
            return operation.isAnnotationPresent(DELETE.class) ? "took back " + rest : rest;
        }
        if (operation.isAnnotationPresent(DELETE.class)) {
            return "removed";
        }
        return operation.isAnnotationPresent(POST.class) || nothingBefore && !operation.isAnnotationPresent(PATCH.class)
                ? "created"
                : "changed";
    }

    /** By the path, else by the address of what was made, else by its own id. */
    String objectId(Object answer, JsonNode made) {
        if (!pathId.isEmpty()) {
            return pathId;
        }
        if (answer instanceof Response response && response.getLocation() != null) {
            String path = response.getLocation().getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
        String id = made == null ? "" : made.path("id").asText();
        return !id.isEmpty() || made == null ? id : firstId(made);
    }

    private static String firstId(JsonNode made) {
        return made.properties().stream()
                .filter(field -> field.getKey().endsWith("Id"))
                .map(field -> field.getValue().asText())
                .findFirst()
                .orElse("");
    }

    /** As it goes over the wire; of what is very large only the size. */
    static JsonNode tree(Object entity) {
        if (entity == null || entity instanceof RawBody || entity instanceof byte[]) {
            return null;
        }
        JsonNode tree = Json.strict().valueToTree(entity);
        int size = tree.toString().length();
        return size > LARGEST ? Json.strict().createObjectNode().put("charactersLeftOut", size) : tree;
    }

    static String template(Method operation) {
        Path own = operation.getAnnotation(Path.class);
        String whole = operation.getDeclaringClass().getAnnotation(Path.class).value();
        return (own == null ? whole : whole + "/" + own.value())
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    /** {@code {id: [0-9]+}} is id. */
    static String name(String variable) {
        return variable.substring(1, variable.length() - 1).split(":")[0].trim();
    }

    private static String singular(String noun) {
        if (noun.endsWith("ies") && !noun.endsWith("series")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        boolean plural = noun.endsWith("s") && !noun.endsWith("series") && !noun.contains("-of-");
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    static boolean isBelow(String template, String upper) {
        return template.equals(upper) || template.startsWith(upper + "/");
    }

    static boolean hasVariable(String template) {
        return Arrays.stream(template.split("/")).anyMatch(part -> part.startsWith("{"));
    }
}
