package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Random instances of the schemas of an OpenAPI document: mostly plain, now and then at the edge of what is allowed. What a
 * schema says by words that are not read here (if, not, dependent…) is not honoured; who needs certainty asks the validator.
 */
final class SchemaSamples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 3;
    private static final List<String> TEXTS = List.of(
            "a", "Ünïcödé", "  spaced  ", "'; drop table x; --", "<b>&amp;</b>", "日本語", "🜚", "a\tb", "%25/../x");

    private final OpenApi api;
    private final Random random;
    private final Map<String, RgxGen> patterns = new HashMap<>();

    SchemaSamples(OpenApi api, Random random) {
        this.api = api;
        this.random = random;
    }

    JsonNode of(JsonNode referred) {
        JsonNode schema = api.resolve(referred);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return one(schema.get("enum"));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                JsonNode chosen = of(one(schema.get(choice)));
                return schema.has("properties") ? merged(object(schema), chosen) : chosen;
            }
        }
        return schema.has("allOf") ? all(schema) : ofType(schema);
    }

    private JsonNode ofType(JsonNode schema) {
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> JSON.textNode(text(schema));
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(java.math.BigDecimal.valueOf(whole(schema), 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode("anything");
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return one(type).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "");
    }

    private JsonNode all(JsonNode schema) {
        ObjectNode together = object(schema);
        schema.get("allOf").forEach(part -> merged(together, of(part)));
        return together;
    }

    private static ObjectNode merged(ObjectNode into, JsonNode more) {
        if (more instanceof ObjectNode object) {
            into.setAll(object);
        }
        return into;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
                object.set(property.getKey(), of(property.getValue()));
            }
        });
        int least = schema.path("minProperties").asInt(0);
        if (schema.path("additionalProperties").isObject()) {
            for (int i = 0; i < Math.max(least, random.nextInt(3)); i++) {
                object.set("key" + i, of(schema.get("additionalProperties")));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.max(least, Math.min(schema.path("maxItems").asInt(MOST_ITEMS), MOST_ITEMS));
        ArrayNode array = JSON.arrayNode();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    String text(JsonNode schema) {
        if (schema.has("pattern")) {
            return patterns.computeIfAbsent(
                            schema.get("pattern").asText(),
                            pattern -> RgxGen.parse(
                                    pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "")))
                    .generate(random);
        }
        return switch (schema.path("format").asText("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" ->
                LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500)).toString();
            case "date-time" ->
                Instant.ofEpochSecond(1_700_000_000L + random.nextInt(90_000_000))
                        .toString();
            case "email" -> "box" + random.nextInt(1000) + "@nobody.example";
            case "uri", "url" -> "https://nobody.example/" + random.nextInt(1000);
            default -> free(schema);
        };
    }

    private String free(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(40);
        String text =
                random.nextInt(3) > 0 ? "text " + random.nextInt(100_000) : TEXTS.get(random.nextInt(TEXTS.size()));
        if (random.nextInt(40) == 0) {
            text = "x".repeat(Math.min(most, 10_000));
        }
        while (text.codePointCount(0, text.length()) < least) {
            text += "x";
        }
        return text.codePointCount(0, text.length()) > most
                ? text.substring(0, text.offsetByCodePoints(0, most))
                : text;
    }

    private long whole(JsonNode schema) {
        long least =
                schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(-1_000) + 1);
        long most = schema.path("maximum").asLong(Math.max(least, 1_000_000));
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + (long) random.nextInt((int) Math.min(most - least + 1, Integer.MAX_VALUE));
        };
    }

    private JsonNode one(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }
}
