package io.counterfoil.suite.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one check has found. */
public final class Findings {
    private static final int MOST = 2_000;

    private final String check;
    private final List<Finding> found = new ArrayList<>();

    Findings(String check) {
        this.check = check;
    }

    void lost(String what) {
        add(Finding.Kind.LOST, what);
    }

    void doubled(String what) {
        add(Finding.Kind.DOUBLED, what);
    }

    void adrift(String what) {
        add(Finding.Kind.ADRIFT, what);
    }

    void wrong(String what) {
        add(Finding.Kind.WRONG, what);
    }

    /** There must be exactly one. */
    void one(String what, long count) {
        many(what, 1, count);
    }

    void many(String what, long expected, long count) {
        if (count < expected) {
            lost("%s: %d instead of %d".formatted(what, count, expected));
        } else if (count > expected) {
            doubled("%s: %d instead of %d".formatted(what, count, expected));
        }
    }

    void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            wrong("%s: %s instead of %s".formatted(what, actual, expected));
        }
    }

    void same(String what, long expectedMinor, long actualMinor) {
        if (expectedMinor != actualMinor) {
            adrift("%s: %d instead of %d minor units".formatted(what, actualMinor, expectedMinor));
        }
    }

    /** Thousands of one kind say no more than the first ones. */
    private void add(Finding.Kind kind, String what) {
        if (found.stream().filter(one -> one.kind() == kind).count() < MOST) {
            found.add(new Finding(check, kind, what));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
