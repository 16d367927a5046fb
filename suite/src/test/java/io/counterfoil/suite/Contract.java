package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The operations that a service's {@code openapi.yaml} offers. */
final class Contract {
    /** Stands for any id in a path: well formed, and of nothing. */
    static final String ANY_ID = "0190a1b2-0009-7000-8000-000000000009";

    /** One operation; roles are empty where none is needed. */
    record Operation(String method, String template, Set<String> roles, boolean takesBody, String mediaType) {

        /** The path with the same text for every id. */
        String path(String id) {
            return template.replaceAll("\\{[^}]*}", id);
        }

        String anyRole() {
            return roles.iterator().next();
        }
    }

    private Contract() {}

    static Path file(Part server) {
        return Layout.of(StackOptions.TEST_RUN).module(server).resolve("contracts/openapi.yaml");
    }

    /** Those that name roles, in the order of the document. */
    static List<Operation> guarded(Part server) {
        List<Operation> found = new ArrayList<>();
        read(server).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> {
                    Set<String> roles = new TreeSet<>();
                    verb.getValue().path("x-roles").forEach(role -> roles.add(role.asText()));
                    if (!roles.isEmpty()) {
                        boolean takesBody = verb.getValue().has("requestBody");
                        found.add(new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                roles,
                                takesBody,
                                mediaType(verb.getValue())));
                    }
                }));
        return found;
    }

    /** The paths of operations that name no role. */
    static Set<String> open(Part server) {
        Set<String> found = new TreeSet<>();
        read(server).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> {
                    boolean isOperation = verb.getValue().has("operationId");
                    if (isOperation && verb.getValue().path("x-roles").isEmpty()) {
                        found.add(path.getKey());
                    }
                }));
        return found;
    }

    /** The first that its body may have; JSON where it has none. */
    private static String mediaType(JsonNode operation) {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    private static JsonNode read(Part server) {
        try {
            return new YAMLMapper().readTree(Files.readString(file(server)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
