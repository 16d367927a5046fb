package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.demo.Script.Transaction;
import java.util.List;

/** How one transaction ended, with its timeline, a note of what happened on the way, and what was compared. */
record Outcome(
        Transaction transaction, JsonNode order, String state, JsonNode timeline, String note, List<Check> checks) {

    List<Check> failed() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    boolean asTheScriptSays() {
        return failed().isEmpty();
    }
}
