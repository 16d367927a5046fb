package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import java.util.Map;

/** A JSON merge patch (RFC 7396) on the attributes of a customer. */
final class MergePatch {

    private MergePatch() {}

    static Attributes apply(JsonNode patch, Attributes attributes) {
        if (patch == null || !patch.isObject()) {
            throw new Invalid("", "must be an object with the attributes to change");
        }
        ObjectNode merged = Json.strict().valueToTree(attributes);
        merge(merged, (ObjectNode) patch);
        return Json.read(merged, Attributes.class);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject()) {
                JsonNode inner = target.path(field.getKey());
                ObjectNode base = inner.isObject() ? (ObjectNode) inner : target.putObject(field.getKey());
                merge(base, (ObjectNode) value);
            } else {
                target.set(field.getKey(), value);
            }
        }
    }
}
