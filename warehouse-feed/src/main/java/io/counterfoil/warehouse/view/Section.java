package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.counterfoil.warehouse.part.Part;
import io.counterfoil.warehouse.part.Question;
import io.counterfoil.warehouse.part.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One part of a view: where it comes from, and what of it is seen.
 *
 * @param path {@code {id}} stands for the customer
 * @param query the customer is asked for by {@code customerId} where the path does not name it
 * @param shape what the answer is made to
 * @param states a list is asked for by each of them; none asks for all
 */
record Section(
        String name,
        Part part,
        String path,
        Map<String, String> query,
        Shape shape,
        Fields fields,
        List<String> states) {

    /** What the answer is made to. */
    enum Shape {
        THING,
        LIST,
        SUSPENSION
    }

    static Section thing(String name, Part part, String path, Fields fields) {
        return new Section(name, part, path, Map.of(), Shape.THING, fields, List.of());
    }

    static Section list(String name, Part part, String path, Fields fields) {
        return new Section(name, part, path, Map.of("limit", "200"), Shape.LIST, fields, List.of());
    }

    /** Whether it is suspended, since when, on whose word and why. */
    static Section suspension(String name, Part part, String path) {
        return new Section(name, part, path, Map.of("limit", "200"), Shape.SUSPENSION, Fields.of(), List.of());
    }

    /** The same, of which only those in one of the states are wanted. */
    Section in(String... wanted) {
        return new Section(name, part, path, query, shape, fields, List.of(wanted));
    }

    List<Question> questions(String customerId) {
        return states.isEmpty()
                ? List.of(question(customerId, null))
                : states.stream().map(state -> question(customerId, state)).toList();
    }

    private Question question(String customerId, String state) {
        Map<String, String> asked = new LinkedHashMap<>(query);
        if (!path.contains("{id}")) {
            asked.put("customerId", customerId);
        }
        asked.put("state", state);
        return Question.of(part, path.replace("{id}", customerId), asked);
    }

    /** What of the answers is seen. */
    JsonNode seen(List<Reply> replies) {
        if (shape == Shape.THING) {
            return fields.one(replies.get(0).body());
        }
        if (shape == Shape.SUSPENSION) {
            return Suspension.of(replies.get(0).body().path("items"));
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        replies.forEach(reply -> reply.body().path("items").forEach(item -> found.add(fields.one(item))));
        return found;
    }

    /** Whether there is more than one page of it. */
    static boolean isCut(List<Reply> replies) {
        return replies.stream().anyMatch(reply -> reply.body().hasNonNull("nextCursor"));
    }
}
