package io.counterfoil.common.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Types, formats and lists of values. */
final class Types {
    private Types() {}

    /** False when the types have nothing in common, so that nothing else can be said. */
    static boolean compare(SchemaPair pair) {
        Set<String> narrow = of(pair.narrow());
        Set<String> wide = of(pair.wide());
        if (!wide.isEmpty() && (narrow.isEmpty() || !narrow.stream().allMatch(type -> allows(wide, type)))) {
            pair.complain(BreakKind.TYPE_CHANGED, named(pair.before()), named(pair.after()));
            return narrow.stream().anyMatch(wide::contains);
        }
        compareFormats(pair);
        compareValues(pair);
        return true;
    }

    static Set<String> of(Tree schema) {
        JsonNode type = schema.at("type").node();
        if (type.isTextual()) {
            return Set.of(type.asText());
        }
        return new TreeSet<>(schema.at("type").texts());
    }

    private static boolean allows(Set<String> wide, String type) {
        return wide.contains(type) || type.equals("integer") && wide.contains("number");
    }

    private static String named(Tree schema) {
        Set<String> types = of(schema);
        return types.isEmpty() ? "anything" : String.join(" or ", types);
    }

    private static void compareFormats(SchemaPair pair) {
        String wide = pair.wide().at("format").text();
        if (!wide.isEmpty() && !wide.equals(pair.narrow().at("format").text())) {
            pair.complain(
                    BreakKind.FORMAT_CHANGED,
                    orNone(pair.before().at("format").text()),
                    orNone(pair.after().at("format").text()));
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static void compareValues(SchemaPair pair) {
        Optional<List<String>> wide = values(pair.wide());
        boolean announced = pair.sent() && pair.before().isTrue("x-extensible-enum");
        if (wide.isEmpty() || announced) {
            return;
        }
        BreakKind kind = pair.sent() ? BreakKind.VALUE_ADDED : BreakKind.VALUE_REMOVED;
        values(pair.narrow())
                .ifPresentOrElse(
                        narrow -> narrow.stream()
                                .filter(value -> !wide.get().contains(value))
                                .forEach(value -> pair.complain(kind, value)),
                        () -> pair.complain(kind, "any value, not only " + wide.get()));
    }

    private static Optional<List<String>> values(Tree schema) {
        JsonNode values = schema.at("enum").node();
        if (schema.has("const")) {
            return Optional.of(List.of(schema.at("const").node().toString()));
        }
        if (!(values instanceof ArrayNode)) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        values.forEach(value -> found.add(value.toString()));
        return Optional.of(found);
    }
}
