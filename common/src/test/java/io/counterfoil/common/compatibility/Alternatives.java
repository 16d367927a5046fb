package io.counterfoil.common.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code oneOf} and {@code anyOf}: each alternative of the narrower side must fit one of the wider side. */
final class Alternatives {
    private Alternatives() {}

    static boolean in(Tree schema) {
        return schema.has("oneOf") || schema.has("anyOf");
    }

    static void compare(SchemaPair pair, Schemas schemas) {
        List<Tree> wide = of(pair.wide());
        for (Tree narrow : of(pair.narrow())) {
            List<List<Break>> found = wide.stream()
                    .map(other -> breaks(pair, narrow, other, schemas))
                    .toList();
            if (found.stream().noneMatch(List::isEmpty)) {
                report(pair, narrow, wide, found);
            }
        }
    }

    private static List<Break> breaks(SchemaPair pair, Tree narrow, Tree wide, Schemas schemas) {
        List<Break> found = new ArrayList<>();
        schemas.examine(pair.sent() ? pair.with(wide, narrow, found) : pair.with(narrow, wide, found));
        return found;
    }

    /** The details help where it is clear which alternatives belong together. */
    private static void report(SchemaPair pair, Tree narrow, List<Tree> wide, List<List<Break>> found) {
        for (int i = 0; i < wide.size(); i++) {
            String reference = wide.get(i).reference();
            if (!reference.isEmpty() && reference.equals(narrow.reference())) {
                found.get(i).forEach(pair.breaks());
                return;
            }
        }
        if (wide.size() == 1) {
            found.get(0).forEach(pair.breaks());
        } else {
            List<Break> closest =
                    found.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
            pair.complain(BreakKind.ALTERNATIVE_CHANGED, name(narrow) + ": " + closest);
        }
    }

    private static String name(Tree alternative) {
        String reference = alternative.reference();
        return reference.isEmpty() ? "unnamed" : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The alternatives, or the schema itself as the only one. */
    private static List<Tree> of(Tree schema) {
        if (!in(schema)) {
            return List.of(schema);
        }
        List<Tree> found = new ArrayList<>(schema.at("oneOf").elements());
        found.addAll(schema.at("anyOf").elements());
        return found;
    }
}
