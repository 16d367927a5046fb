package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of a create or update against the schema, references by external id included. */
final class Sent {

    private final Org org;

    Sent(Org org) {
        this.org = org;
    }

    /** The values by the schema's field names. */
    Map<String, Object> values(ObjectType type, JsonNode body) {
        if (!body.isObject()) {
            throw new SalesforceError(400, "JSON_PARSER_ERROR", "The HTTP entity body must be a JSON object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        body.properties().forEach(sent -> {
            if (sent.getValue().isObject() && type.lookups().containsKey(sent.getKey())) {
                ObjectType.Lookup lookup = type.lookup(sent.getKey());
                values.put(lookup.field(), referenced(lookup, sent.getValue()));
            } else if (!sent.getKey().equals("attributes")) {
                String field = type.field(sent.getKey());
                refuseSystemField(field);
                values.put(field, type.type(field).read(field, sent.getValue()));
            }
        });
        return values;
    }

    /** A new record must bring its required fields. */
    void requireAll(ObjectType type, Map<String, Object> values) {
        List<String> missing = type.required().stream()
                .filter(field -> values.get(field) == null)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new SalesforceError(
                    400,
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: " + missing,
                    missing.toArray(String[]::new));
        }
    }

    private String referenced(ObjectType.Lookup lookup, JsonNode reference) {
        ObjectType target = Schema.find(lookup.object()).orElseThrow();
        Map.Entry<String, JsonNode> key = reference.properties().iterator().next();
        return org.matching(target, target.field(key.getKey()), key.getValue().asText()).stream()
                .findFirst()
                .map(SObject::id)
                .orElseThrow(() -> new SalesforceError(
                        400,
                        "INVALID_FIELD",
                        "Foreign key external ID: %s not found for field %s in entity %s"
                                .formatted(key.getValue().asText(), key.getKey(), target.name())));
    }

    private static void refuseSystemField(String field) {
        if (ObjectType.SYSTEM_FIELDS.contains(field)) {
            throw new SalesforceError(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: %s. Please check the security settings of this field"
                            .formatted(field),
                    field);
        }
    }
}
