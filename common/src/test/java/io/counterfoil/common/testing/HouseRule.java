package io.counterfoil.common.testing;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** One rule of the house: a sentence, and what in the code breaks it. */
record HouseRule(String sentence, Function<Code, List<String>> violations) {

    /** A rule that ArchUnit can judge on the classes alone. */
    static HouseRule of(String sentence, ArchRule rule) {
        return new HouseRule(sentence, code -> rule.allowEmptyShould(true)
                .evaluate(code.classes())
                .getFailureReport()
                .getDetails());
    }

    /** Fails with every violation, one per line. */
    void check(Code code) {
        List<String> found = violations.apply(code);
        if (!found.isEmpty()) {
            throw new AssertionError(sentence + "\n  " + String.join("\n  ", found));
        }
    }
}
