package io.counterfoil.order.revision;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.revision.Revisions.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What became of many that were proposed at once, each as if it came alone: a wrong one is named and stands in nobody's way.
 *
 * @param unchanged how many say what holds already
 * @param errors of those that were refused, at least one of each
 */
public record Proposed<V>(List<V> versions, int unchanged, int refused, List<FieldError> errors) {

    /** @param pointer to a field of the row with this number; the row itself where the field is "" */
    public static <W, V> Proposed<V> of(
            List<W> wanted, Function<W, Proposal<V>> propose, BiFunction<Integer, String, String> pointer) {
        List<V> versions = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int unchanged = 0;
        int refused = 0;
        for (int i = 0; i < wanted.size(); i++) {
            try {
                Proposal<V> outcome = propose.apply(wanted.get(i));
                if (outcome.proposed()) {
                    versions.add(outcome.newest());
                } else {
                    unchanged++;
                }
            } catch (Refusal wrong) {
                refused++;
                errors.addAll(named(i, wrong, pointer));
            }
        }
        return new Proposed<>(versions, unchanged, refused, errors);
    }

    private static List<FieldError> named(int row, Refusal wrong, BiFunction<Integer, String, String> pointer) {
        return wrong.errors().isEmpty()
                ? List.of(new FieldError(pointer.apply(row, ""), wrong.getMessage()))
                : wrong.errors().stream()
                        .map(error -> new FieldError(pointer.apply(row, error.pointer()), error.detail()))
                        .toList();
    }
}
