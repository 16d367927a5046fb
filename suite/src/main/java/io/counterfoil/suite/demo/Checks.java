package io.counterfoil.suite.demo;

import java.util.ArrayList;
import java.util.List;

/** The comparisons of one transaction, or of the books as a whole. */
final class Checks {

    private final List<Check> all = new ArrayList<>();

    void equal(String what, Object expected, Object actual) {
        all.add(new Check(what, String.valueOf(expected), String.valueOf(actual)));
    }

    void add(Check check) {
        all.add(check);
    }

    void holds(String what, boolean fact) {
        equal(what, true, fact);
    }

    List<Check> all() {
        return List.copyOf(all);
    }

    List<Check> failed() {
        return all.stream().filter(check -> !check.holds()).toList();
    }
}
