package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API's document and its doors say the same: paths, verbs, roles, problems. */
final class OpenApiRules {
    static final HouseRule PARSES =
            new HouseRule("openapi.yaml is OpenAPI 3.1 without dangling references", OpenApiRules::form);
    static final HouseRule COMPLETE = new HouseRule(
            "every operation of the code is in openapi.yaml and the other way round", OpenApiRules::differences);
    static final HouseRule ROLES =
            new HouseRule("every operation names the roles that the code allows (x-roles)", OpenApiRules::roles);
    static final HouseRule PROBLEMS =
            new HouseRule("every operation says with which problems it refuses", OpenApiRules::problems);

    static final HouseRule FAREWELL = new HouseRule(
            "what is deprecated says since when (x-deprecated-since) and until when (x-sunset)",
            code -> document(code).operations().entrySet().stream()
                    .filter(operation -> operation.getValue().path("deprecated").asBoolean())
                    .filter(operation -> !saysItsDays(operation.getValue()))
                    .map(operation -> operation.getKey() + " is deprecated without its two days, as '2027-06-30'")
                    .toList());

    static final List<HouseRule> ALL = List.of(PARSES, COMPLETE, ROLES, PROBLEMS, FAREWELL);

    private OpenApiRules() {}

    private static OpenApi document(Code code) {
        return OpenApi.read(code.contracts().resolve("openapi.yaml"));
    }

    private static boolean saysItsDays(JsonNode operation) {
        String day = "\\d{4}-\\d{2}-\\d{2}";
        String since = operation.path("x-deprecated-since").asText();
        String sunset = operation.path("x-sunset").asText();
        return since.matches(day) && sunset.matches(day) && since.compareTo(sunset) < 0;
    }

    private static List<String> form(Code code) {
        OpenApi api = document(code);
        List<String> found = new ArrayList<>(api.danglingReferences());
        if (!api.root().path("openapi").asText().matches("3\\.1\\.\\d+")) {
            found.add("openapi is " + api.root().path("openapi") + ", not 3.1.x");
        }
        if (!api.root().path("info").path("version").asText().matches("\\d+\\.\\d+\\.\\d+")) {
            found.add("info.version is " + api.root().path("info").path("version"));
        }
        return found;
    }

    /** The service's own doors and those that it has from common. */
    private static Map<String, Operation> operations(Code code) {
        List<JavaClass> all = new ArrayList<>(code.classes());
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(Kinds.COMMON).stream()
                        .filter(type -> !type.getPackageName().startsWith(Kinds.COMMON + ".testing"))
                        .filter(type -> !type.getPackageName().startsWith(Kinds.COMMON + ".samples"))
                        .forEach(all::add);
        return Operation.allOf(all).collect(Collectors.toMap(Operation::key, Function.identity(), (one, same) -> one));
    }

    private static List<String> differences(Code code) {
        Set<String> written = new TreeSet<>(document(code).operations().keySet());
        Map<String, Operation> offered = operations(code);
        Stream<String> missing = offered.values().stream()
                .filter(operation -> !written.contains(operation.key()))
                .map(operation -> operation.key() + " (" + operation.method() + ") is not in openapi.yaml");
        Stream<String> empty = written.stream()
                .filter(key -> !offered.containsKey(key))
                .map(key -> key + " is in openapi.yaml, but no resource offers it");
        return Stream.concat(missing, empty).sorted().toList();
    }

    private static List<String> roles(Code code) {
        Map<String, JsonNode> written = document(code).operations();
        List<String> found = new ArrayList<>();
        operations(code).values().forEach(operation -> {
            if (!operation.namesItsRoles()) {
                found.add(operation.method() + " names no roles");
            }
            JsonNode document = written.get(operation.key());
            if (document != null && !operation.roles().equals(rolesOf(document))) {
                found.add(operation.key() + ": the code allows " + operation.roles() + ", x-roles says "
                        + rolesOf(document));
            }
        });
        return found;
    }

    private static Set<String> rolesOf(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static List<String> problems(Code code) {
        OpenApi api = document(code);
        List<String> found = new ArrayList<>();
        api.operations().forEach((key, operation) -> {
            JsonNode responses = operation.path("responses");
            if (!rolesOf(operation).isEmpty() && !responses.has("default")) {
                Stream.of("401", "403")
                        .filter(status -> !responses.has(status))
                        .forEach(status -> found.add(key + " does not say that it answers " + status));
            }
            responses.properties().stream()
                    .filter(response -> response.getKey().matches("[45].*|default"))
                    .filter(response ->
                            !api.resolve(response.getValue()).path("content").has("application/problem+json"))
                    .forEach(response -> found.add(key + " answers " + response.getKey() + " without a problem"));
        });
        return found;
    }
}
