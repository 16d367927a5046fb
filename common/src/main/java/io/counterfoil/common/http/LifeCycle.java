package io.counterfoil.common.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the contract says about the end of its operations: {@code deprecated: true} with {@code x-deprecated-since},
 * {@code x-sunset} and, where there is one, {@code x-successor}, the path to go to.
 */
final class LifeCycle {
    private static final String DEPRECATED = "deprecated: true";

    private final List<Operation> operations;

    private LifeCycle(List<Operation> operations) {
        this.operations = operations;
    }

    /** One operation; the headers are empty for one that stays. */
    private record Operation(String verb, Pattern path, int variables, Map<String, String> headers) {

        boolean is(String method, String requested) {
            return verb.equals(method) && path.matcher(requested).matches();
        }
    }

    /** Reads an OpenAPI document. Nearly always nothing is deprecated, and then it is not even parsed. */
    static LifeCycle of(String openapi) throws IOException {
        List<Operation> operations = new ArrayList<>();
        if (openapi.contains(DEPRECATED)) {
            new YAMLMapper().readTree(openapi).path("paths").properties().forEach(path -> path.getValue()
                    .properties()
                    .forEach(verb -> operations.add(operation(path.getKey(), verb.getKey(), verb.getValue()))));
        }
        return new LifeCycle(operations);
    }

    /** The headers that an answer of this operation carries; none for one that stays. */
    Map<String, String> headers(String method, String path) {
        Optional<Operation> meant = operations.stream()
                .filter(operation -> operation.is(method, path))
                .min(Comparator.comparingInt(Operation::variables));
        return meant.map(Operation::headers).orElse(Map.of());
    }

    private static Operation operation(String template, String verb, JsonNode operation) {
        String literal = Pattern.quote(template).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        int variables = template.length() - template.replace("{", "").length();
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                Pattern.compile(literal),
                variables,
                operation.path("deprecated").asBoolean() ? headersOf(operation) : Map.of());
    }

    private static Map<String, String> headersOf(JsonNode operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Deprecation", "@" + midnight(operation, "x-deprecated-since").toEpochSecond());
        headers.put("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(midnight(operation, "x-sunset")));
        if (operation.has("x-successor")) {
            headers.put("Link", "<" + operation.path("x-successor").asText() + ">; rel=\"successor-version\"");
        }
        return headers;
    }

    private static java.time.ZonedDateTime midnight(JsonNode operation, String field) {
        return LocalDate.parse(operation.path(field).asText()).atStartOfDay(ZoneOffset.UTC);
    }
}
