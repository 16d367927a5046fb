package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Takes a good request body and breaks one thing in it. Whether it is broken then, the validator must say. */
final class Spoiled {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;

    Spoiled(Random random) {
        this.random = random;
    }

    JsonNode of(JsonNode good) {
        JsonNode body = good.deepCopy();
        List<ContainerNode<?>> places = places(body);
        if (places.isEmpty() || random.nextInt(20) == 0) {
            return otherThan(body);
        }
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            spoil(object);
        } else if (place instanceof ArrayNode array) {
            spoil(array);
        }
        return body;
    }

    private void spoil(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(5) == 0) {
            object.put("unknownToTheContract", true);
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.set(name, otherThan(object.get(name)));
            default -> object.set(name, beyond(object.get(name)));
        }
    }

    private void spoil(ArrayNode array) {
        if (random.nextBoolean()) {
            array.removeAll();
        } else {
            array.add(JSON.nullNode());
        }
    }

    /** Something of another kind. */
    private JsonNode otherThan(JsonNode good) {
        List<JsonNode> kinds = new ArrayList<>(List.of(
                JSON.numberNode(-7),
                JSON.textNode("of another kind"),
                JSON.booleanNode(true),
                JSON.arrayNode().add(1),
                JSON.objectNode().put("of", "another kind")));
        kinds.removeIf(kind -> kind.getNodeType() == good.getNodeType());
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** The same kind, past its bounds. */
    private JsonNode beyond(JsonNode good) {
        if (good.isTextual()) {
            List<String> worse = List.of("", " ", "\u0000", "x".repeat(70_000), "-1", "1e400", "\\", "2026-02-30");
            return JSON.textNode(worse.get(random.nextInt(worse.size())));
        }
        if (good.isNumber()) {
            return random.nextBoolean()
                    ? JSON.numberNode(new java.math.BigInteger("9".repeat(30)))
                    : JSON.numberNode(-1);
        }
        return otherThan(good);
    }

    private static List<ContainerNode<?>> places(JsonNode body) {
        List<ContainerNode<?>> found = new ArrayList<>();
        if (body instanceof ContainerNode<?> container) {
            found.add(container);
            container.forEach(child -> found.addAll(places(child)));
        }
        return found;
    }
}
