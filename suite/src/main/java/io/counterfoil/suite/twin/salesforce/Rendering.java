package io.counterfoil.suite.twin.salesforce;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records as the REST API writes them. */
final class Rendering {

    static final String VERSION = "v62.0";
    static final String ROOT = "/services/data/" + VERSION;

    private Rendering() {}

    /** A JSON object that says what it is and where it can be had. */
    static Map<String, Object> attributes(SObject record) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", record.type().name());
        attributes.put("url", "%s/sobjects/%s/%s".formatted(ROOT, record.type().name(), record.id()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("attributes", attributes);
        return row;
    }

    /** The whole record, or some of its fields. */
    static Map<String, Object> record(SObject record, Collection<String> asked) {
        Collection<String> fields = asked.isEmpty() ? record.type().fields().keySet() : asked;
        Map<String, Object> row = attributes(record);
        for (String one : fields) {
            String field = record.type().field(one.trim());
            row.put(field, FieldType.written(record.get(field)));
        }
        return row;
    }

    /** The result of a create or an upsert. */
    static Map<String, Object> saved(String id, Boolean created) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("success", true);
        result.put("errors", List.of());
        if (created != null) {
            result.put("created", created);
        }
        return result;
    }
}
