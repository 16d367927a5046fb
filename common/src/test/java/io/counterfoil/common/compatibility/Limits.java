package io.counterfoil.common.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lengths, bounds and patterns: what is taken may not get tighter, what is sent not looser. */
final class Limits {
    private static final List<String> LEAST =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final List<String> MOST =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> SAME = List.of("pattern", "multipleOf", "uniqueItems");

    private Limits() {}

    static void compare(SchemaPair pair) {
        LEAST.forEach(word -> compareBound(pair, word, 1));
        MOST.forEach(word -> compareBound(pair, word, -1));
        SAME.stream()
                .filter(word -> pair.wide().has(word))
                .filter(word -> !pair.wide()
                        .at(word)
                        .node()
                        .equals(pair.narrow().at(word).node()))
                .forEach(word -> complain(pair, word));
    }

    private static void compareBound(SchemaPair pair, String word, int sign) {
        JsonNode wide = pair.wide().at(word).node();
        JsonNode narrow = pair.narrow().at(word).node();
        if (!wide.isNumber() || saysNothing(word, wide)) {
            return;
        }
        boolean further = !narrow.isNumber() || sign * narrow.decimalValue().compareTo(wide.decimalValue()) < 0;
        if (further) {
            complain(pair, word);
        }
    }

    /** No length and no item are what every text and list has anyway. */
    private static boolean saysNothing(String word, JsonNode bound) {
        return List.of("minLength", "minItems", "minProperties").contains(word)
                && bound.decimalValue().signum() <= 0;
    }

    private static void complain(SchemaPair pair, String word) {
        pair.complain(
                BreakKind.LIMIT_CHANGED,
                word + " was " + shown(pair.before(), word) + ", is " + shown(pair.after(), word));
    }

    private static String shown(Tree schema, String word) {
        return schema.has(word) ? schema.at(word).node().asText() : "none";
    }
}
