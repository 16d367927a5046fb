package io.counterfoil.common.compatibility;

import java.util.List;
import java.util.function.Consumer;

/** One place of a document as it was and as it is, both schemas in one piece. */
record SchemaPair(String subject, String place, Direction direction, Tree before, Tree after, Consumer<Break> breaks) {

    /** The side that may allow no more than the other. */
    Tree narrow() {
        return sent() ? after : before;
    }

    Tree wide() {
        return sent() ? before : after;
    }

    boolean sent() {
        return direction == Direction.SENT;
    }

    void complain(BreakKind kind, String detail) {
        breaks.accept(new Break(subject, place, kind, detail));
    }

    void complain(BreakKind kind, Object was, Object is) {
        complain(kind, "was " + was + ", is " + is);
    }

    void complainOf(String field, BreakKind kind) {
        breaks.accept(new Break(subject, join(field), kind, ""));
    }

    SchemaPair below(String step, Tree was, Tree is) {
        return new SchemaPair(subject, join(step), direction, was, is, breaks);
    }

    SchemaPair with(Tree was, Tree is, List<Break> elsewhere) {
        return new SchemaPair(subject, place, direction, was, is, elsewhere::add);
    }

    SchemaPair whole() {
        return new SchemaPair(subject, place, direction, before.schema(), after.schema(), breaks);
    }

    private String join(String step) {
        boolean glue = place.isEmpty() || place.endsWith(" ") || step.startsWith("[");
        return place + (glue ? "" : ".") + step;
    }
}
