package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that the OpenAPI document of a service allows, and calls that it forbids, without end: drawn from a seed, so that
 * what one of them found can be asked again.
 */
public final class OpenApiFuzz {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    /** What a web server refuses in a path before any of our code is asked. */
    private static final Pattern NOT_IN_PATHS = Pattern.compile("[\\p{Cntrl}%/\\\\<>;?#]");

    private static final String NO_JSON = "no JSON";
    private static final int TRIES = 20;

    /**
     * One call.
     *
     * @param roles who may call; empty where none is needed
     * @param body null where the operation takes none
     * @param forbidden what of the document it breaks; null when it breaks nothing
     */
    public record Call(
            String operation,
            String method,
            String path,
            Set<String> roles,
            Map<String, String> headers,
            String contentType,
            String body,
            String forbidden) {}

    private final OpenApi api;
    private final Random random;
    private final SchemaSamples samples;
    private final Spoiled spoiled;
    private final List<String> operations;
    private final JsonNode components;
    private final Known known = new Known();
    private final Map<JsonNode, JsonSchemas.Prepared> schemas = new IdentityHashMap<>();

    private OpenApiFuzz(OpenApi api, long seed, Predicate<String> wanted) {
        this.api = api;
        random = new Random(seed);
        samples = new SchemaSamples(api, random);
        spoiled = new Spoiled(random);
        operations = api.operations().keySet().stream().filter(wanted).toList();
        components = ClosedSchemas.close(api.root().path("components"));
    }

    /** @param wanted which operations, as {@code VERB /path} of the document */
    public static OpenApiFuzz of(Path openapiYaml, long seed, Predicate<String> wanted) {
        return new OpenApiFuzz(OpenApi.read(openapiYaml), seed, wanted);
    }

    /** The operations that are called. */
    public List<String> operations() {
        return operations;
    }

    /** Learns ids out of an answer, to ask for what exists: only with GET, so that nothing that others use is changed. */
    public void learn(String answer) {
        known.learn(answer);
    }

    /** The next call: operations in turn, so that none is left out. */
    public Call call(int number) {
        String operation = operations.get(number % operations.size());
        JsonNode node = api.operations().get(operation);
        boolean bad = number / operations.size() % 2 == 1;
        String verb = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(verb.length() + 1);
        Parameters parameters = new Parameters(template, node, verb.equals("GET"));
        String body = null;
        String type = null;
        String breaks = bad && (!node.has("requestBody") || random.nextInt(4) == 0) ? parameters.spoil() : null;
        if (node.has("requestBody")) {
            Map.Entry<String, JsonNode> content = one(new ArrayList<>(
                    api.resolve(node.get("requestBody")).path("content").properties()));
            type = content.getKey();
            JsonNode schema = content.getValue().path("schema");
            if (type.endsWith("json")) {
                Body drawn = bad && breaks == null
                        ? forbidden(schema)
                        : new Body(samples.of(schema).toString(), null);
                body = drawn.text;
                breaks = breaks != null ? breaks : refusable(node, drawn.breaks);
            } else {
                body = "text " + random.nextInt();
            }
        }
        return new Call(operation, verb, parameters.path(), roles(node), parameters.headers(), type, body, breaks);
    }

    private record Body(String text, String breaks) {}

    /** Where each record has an answer of its own, only what can't be read at all is refused as a whole. */
    private static String refusable(JsonNode operation, String breaks) {
        return operation.path("x-answers-each-record").asBoolean() && !NO_JSON.equals(breaks) ? null : breaks;
    }

    /** A body that the validator refuses; an allowed one, should the luck not come. */
    private Body forbidden(JsonNode schema) {
        JsonNode good = samples.of(schema);
        if (random.nextInt(15) == 0) {
            String text = good.toString();
            return new Body(text.substring(0, text.length() / 2), NO_JSON);
        }
        JsonSchemas.Prepared alone = schemas.computeIfAbsent(
                schema, one -> JsonSchemas.prepared(OpenApiAnswers.standAlone(one, components)));
        for (int i = 0; i < TRIES; i++) {
            JsonNode bad = spoiled.of(good);
            List<String> complaints = alone.complaints(withoutNulls(bad));
            if (!complaints.isEmpty()) {
                return new Body(bad.toString(), complaints.get(0));
            }
        }
        return new Body(good.toString(), null);
    }

    /** A member that is null counts as left out. */
    private static JsonNode withoutNulls(JsonNode body) {
        JsonNode said = body.deepCopy();
        strip(said);
        return said;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(OpenApiFuzz::strip);
    }

    private static Set<String> roles(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Path, query and headers of one call. */
    private final class Parameters {
        private final String template;
        private final List<JsonNode> declared = new ArrayList<>();
        private final boolean reads;
        private JsonNode broken;

        Parameters(String template, JsonNode operation, boolean reads) {
            this.template = template;
            this.reads = reads;
            List.of(api.root().path("paths").path(template), operation)
                    .forEach(owner -> owner.path("parameters").forEach(each -> declared.add(api.resolve(each))));
        }

        /** Breaks one of the query parameters, where one can be broken; says what. */
        String spoil() {
            Optional<JsonNode> weak = declared.stream()
                    .filter(each -> in(each, "query"))
                    .filter(each -> api.resolve(each.path("schema"))
                                    .path("type")
                                    .asText()
                                    .equals("integer")
                            || api.resolve(each.path("schema"))
                                    .path("format")
                                    .asText()
                                    .matches("date|date-time|uuid"))
                    .findAny();
            broken = weak.orElse(null);
            return weak.map(each -> "query parameter " + each.path("name").asText() + " is no such thing")
                    .orElse(null);
        }

        String path() {
            String path = VARIABLE.matcher(template)
                    .replaceAll(variable -> Matcher.quoteReplacement(encoded(pathValue(variable.group(1)))));
            StringBuilder query = new StringBuilder();
            for (JsonNode each : declared) {
                if (in(each, "query") && (each == broken || required(each) || random.nextInt(3) == 0)) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(each.path("name").asText())
                            .append('=')
                            .append(encoded(each == broken ? "not-one" : value(each)));
                }
            }
            return path + query;
        }

        Map<String, String> headers() {
            Map<String, String> headers = new java.util.TreeMap<>();
            for (JsonNode each : declared) {
                if (in(each, "header") && (required(each) || random.nextInt(4) > 0)) {
                    headers.put(each.path("name").asText(), value(each));
                }
            }
            headers.computeIfPresent("If-Match", (name, any) -> "\"" + random.nextInt(3) + "\"");
            headers.computeIfPresent("Idempotency-Key", (name, any) -> "fuzz-" + random.nextLong());
            return headers;
        }

        private String pathValue(String name) {
            JsonNode parameter = declared.stream()
                    .filter(each ->
                            in(each, "path") && each.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
            String drawn = NOT_IN_PATHS.matcher(value(parameter)).replaceAll("-");
            return drawn.isBlank() || drawn.startsWith(".") ? "-" : drawn;
        }

        private String value(JsonNode parameter) {
            String name = parameter.path("name").asText();
            return reads && random.nextInt(2) == 0
                    ? known.value(name, random).orElseGet(() -> drawn(parameter))
                    : drawn(parameter);
        }

        private String drawn(JsonNode parameter) {
            return samples.of(parameter.path("schema")).asText();
        }

        private static boolean in(JsonNode parameter, String place) {
            return parameter.path("in").asText().equals(place);
        }

        private static boolean required(JsonNode parameter) {
            return parameter.path("required").asBoolean();
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
