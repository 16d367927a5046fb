package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values that a server has answered, by the name of their field: ids, numbers, cursors, states. */
final class Known {
    private static final int MOST = 50;
    private final Map<String, List<String>> values = new HashMap<>();

    void learn(String answer) {
        try {
            learn(JsonSchemas.parse(answer));
        } catch (IOException nothingToLearn) {
            return; // an answer in words holds no ids
        }
    }

    private void learn(JsonNode node) {
        node.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                List<String> some = values.computeIfAbsent(field.getKey(), name -> new ArrayList<>());
                if (some.size() < MOST && !field.getValue().asText().isEmpty()) {
                    some.add(field.getValue().asText());
                }
            }
        });
        node.forEach(this::learn);
    }

    /** One of the values of a field; the cursor of a page is the next one of an earlier page. */
    Optional<String> value(String name, Random random) {
        List<String> some = values.get(name.equals("cursor") ? "nextCursor" : name);
        return some == null || some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
}
