package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code asyncapi.yaml} says of the messages is what the code sends, and every file that it points to is there. */
final class AsyncApiRules {
    static final HouseRule PARSES =
            new HouseRule("asyncapi.yaml is AsyncAPI 3.0, and all that it refers to is there", AsyncApiRules::form);
    static final HouseRule COMPLETE =
            new HouseRule("asyncapi.yaml sends exactly the facts of the code", AsyncApiRules::differences);

    static final List<HouseRule> ALL = List.of(PARSES, COMPLETE);

    private AsyncApiRules() {}

    static JsonNode document(Code code) {
        return JsonSchemas.readYaml(code.contracts().resolve("asyncapi.yaml"));
    }

    private static List<String> form(Code code) {
        JsonNode document = document(code);
        List<String> found = new ArrayList<>();
        if (!document.path("asyncapi").asText().matches("3\\.0\\.\\d+")) {
            found.add("asyncapi is " + document.path("asyncapi") + ", not 3.0.x");
        }
        new TreeSet<>(document.findValuesAsText("$ref")).forEach(reference -> {
            boolean there = reference.startsWith("#/")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : Files.isRegularFile(code.contracts().resolve(reference));
            if (!there) {
                found.add("$ref " + reference + " leads nowhere");
            }
        });
        return found;
    }

    private static List<String> differences(Code code) {
        Set<String> facts = new TreeSet<>();
        code.classes().stream().filter(Kinds.FACT).forEach(fact -> FactType.of(fact.reflect())
                .ifPresent(facts::add));
        Set<String> sent = sent(document(code));
        List<String> found = new ArrayList<>();
        facts.stream()
                .filter(type -> !sent.contains(type))
                .forEach(type -> found.add(type + " is sent, but not documented"));
        sent.stream()
                .filter(type -> !facts.contains(type))
                .forEach(type -> found.add(type + " is documented, but no fact"));
        return found;
    }

    /** The names of the messages in all channels on which somebody sends. */
    private static Set<String> sent(JsonNode document) {
        Set<String> names = new TreeSet<>();
        document.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("send")) {
                JsonNode channel = resolve(document, operation.path("channel"));
                channel.path("messages")
                        .forEach(message -> names.add(
                                resolve(document, message).path("name").asText()));
            }
        });
        return names;
    }

    static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref")
                ? resolve(document, document.at(node.get("$ref").asText().substring(1)))
                : node;
    }
}
