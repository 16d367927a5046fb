package io.counterfoil.suite.twin.salesforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields in which an integration contradicted itself. What is said once (a number, a total, an id) must never be said
 * differently; a status may go on, but not back to what it had been.
 */
final class Contradictions {

    private static final Set<String> PROGRESS = Set.of(
            "Counterfoil_Order_Status__c",
            "Counterfoil_Hold_Reason__c",
            "Counterfoil_Posting_Status__c",
            "Counterfoil_Payment_Status__c");

    private Contradictions() {}

    /** By record and field, the values one after the other. */
    static Map<String, List<String>> in(List<FieldWrite> writes) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldWrite write : writes) {
            String where = write.recordId() + "." + write.field();
            List<String> values = said.computeIfAbsent(where, key -> new ArrayList<>());
            String value = String.valueOf(write.newValue());
            if (values.isEmpty() || !values.get(values.size() - 1).equals(value)) {
                values.add(value);
            }
            fields.put(where, write.field());
        }
        said.entrySet().removeIf(entry -> !contradicts(fields.get(entry.getKey()), entry.getValue()));
        return said;
    }

    private static boolean contradicts(String field, List<String> values) {
        return PROGRESS.contains(field) ? Set.copyOf(values).size() < values.size() : values.size() > 1;
    }
}
