package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields that one audience sees of one thing; all that is not named stays behind. */
record Fields(List<String> names) {

    static Fields of(String... names) {
        return new Fields(List.of(names));
    }

    /** Of one thing. */
    ObjectNode one(JsonNode thing) {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        names.stream().filter(thing::hasNonNull).forEach(name -> seen.set(name, thing.get(name)));
        return seen;
    }
}
