package io.counterfoil.suite.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a product's next release does to its answers without a word: further fields everywhere, all of them in another order. */
public final class SchemaDrift {
    private static final String FURTHER = "Announced_By_Nobody__c";

    /** What is in there was put there by us. */
    private static final String OURS = "metadata";

    private SchemaDrift() {}

    /** The same JSON as a later release would write it. */
    public static byte[] in(byte[] json) {
        return Json.bytes(drifted(Json.tree(json)));
    }

    private static JsonNode drifted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            array.forEach(one -> all.add(drifted(one)));
            return all;
        }
        return node instanceof ObjectNode object ? later(object) : node;
    }

    private static ObjectNode later(ObjectNode object) {
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        other.putObject(FURTHER)
                .put("text", "new")
                .putNull("nothing")
                .putArray("numbers")
                .add(1)
                .add(2);
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        Collections.reverse(fields);
        fields.forEach(field ->
                other.set(field.getKey(), OURS.equals(field.getKey()) ? field.getValue() : drifted(field.getValue())));
        return other;
    }
}
