package io.counterfoil.common.compatibility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two schemas, place by place. */
final class Schemas {
    /** What only equality can judge. */
    private static final List<String> OPAQUE = List.of(
            "not",
            "if",
            "then",
            "else",
            "patternProperties",
            "propertyNames",
            "contains",
            "prefixItems",
            "dependentRequired",
            "dependentSchemas");

    /** Schemas may contain themselves: each pair is compared once. */
    private final Set<String> seen = new HashSet<>();

    private Schemas() {}

    static void compare(SchemaPair pair) {
        new Schemas().examine(pair);
    }

    void examine(SchemaPair references) {
        String key = references.before().reference() + " " + references.after().reference();
        if (!key.isBlank() && !seen.add(key)) {
            return;
        }
        SchemaPair pair = references.whole();
        boolean choiceBefore = Alternatives.in(pair.before());
        boolean choiceAfter = Alternatives.in(pair.after());
        if (choiceBefore || choiceAfter) {
            Alternatives.compare(pair, this);
        }
        if (choiceBefore == choiceAfter) {
            compareOne(pair);
        }
        seen.remove(key);
    }

    private void compareOne(SchemaPair pair) {
        if (!Types.compare(pair)) {
            return;
        }
        Limits.compare(pair);
        compareFields(pair);
        if (pair.before().has("items") && pair.after().has("items")) {
            examine(pair.below("[]", pair.before().at("items"), pair.after().at("items")));
        }
        OPAQUE.stream()
                .filter(word -> !pair.before()
                        .at(word)
                        .node()
                        .equals(pair.after().at(word).node()))
                .forEach(word -> pair.complain(BreakKind.RULE_CHANGED, word));
    }

    private void compareFields(SchemaPair pair) {
        Tree before = pair.before().at("properties");
        Tree after = pair.after().at("properties");
        for (String field : before.fields()) {
            if (after.has(field)) {
                examine(pair.below(field, before.at(field), after.at(field)));
            } else if (!LifeCycle.isOver(before.at(field).schema())) {
                pair.complainOf(field, BreakKind.FIELD_REMOVED);
            }
        }
        compareRequired(pair, before, after);
        compareFurther(pair);
    }

    private static void compareRequired(SchemaPair pair, Tree before, Tree after) {
        Set<String> was = pair.before().at("required").texts();
        Set<String> is = pair.after().at("required").texts();
        if (pair.sent()) {
            was.stream()
                    .filter(field -> !is.contains(field) && after.has(field))
                    .forEach(field -> pair.complainOf(field, BreakKind.FIELD_NOW_OPTIONAL));
        } else {
            is.stream()
                    .filter(field -> !was.contains(field))
                    .forEach(field -> pair.complainOf(field, BreakKind.FIELD_NOW_REQUIRED));
        }
    }

    /** Fields that the schema does not name. */
    private void compareFurther(SchemaPair pair) {
        Tree was = pair.before().at("additionalProperties");
        Tree is = pair.after().at("additionalProperties");
        boolean wasOpen = was.node().isObject() || was.node().asBoolean();
        boolean isOpen = is.node().isObject() || is.node().asBoolean();
        if (was.node().isObject() && is.node().isObject()) {
            examine(pair.below("*", was, is));
        } else if (!pair.sent() && wasOpen && !isOpen) {
            pair.complain(BreakKind.UNKNOWN_FIELDS_REFUSED, "");
        }
    }
}
