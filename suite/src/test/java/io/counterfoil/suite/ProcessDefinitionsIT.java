package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published charts tell the truth: whatever process was executed here went from state to state as they say. */
class ProcessDefinitionsIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");

    @Test
    void the_steps_of_executed_processes_are_those_of_the_definitions() {
        String order = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitState(order, "COMPLETED");
        Map<String, JsonNode> definitions = new HashMap<>();
        operator.get("/v1/process-definitions")
                .expect(200)
                .json()
                .path("items")
                .forEach(one -> definitions.put(one.path("process").asText(), one));
        assertThat(definitions.keySet())
                .contains("quote-to-cash", "quote", "amendment", "renewal", "cancellation", "compensation", "return")
                .contains("delivery", "provisioning", "dispute");
        assertThat(operator.get("/v1/process-definitions/quote").expect(200).json())
                .isEqualTo(definitions.get("quote"));
        operator.get("/v1/process-definitions/none").expect(404);
        int seen = follows(definitions.get("quote-to-cash"), all("/v1/processes/quote-to-cash"));
        assertThat(seen).isPositive();
        follows(definitions.get("quote"), all("/v1/quotes"));
        follows(definitions.get("amendment"), all("/v1/amendments"));
        follows(definitions.get("renewal"), all("/v1/renewals"));
        follows(definitions.get("dispute"), all("/v1/disputes"));
        follows(definitions.get("provisioning"), all("/v1/provisionings"));
        for (JsonNode reversal : all("/v1/order-reversals")) {
            follows(definitions.get(reversal.path("kind").asText().toLowerCase()), List.of(reversal));
        }
    }

    /** How many processes were held against the definition. */
    private static int follows(JsonNode definition, List<JsonNode> executed) {
        Set<String> moves = new HashSet<>();
        definition.path("states").forEach(state -> state.path("moves")
                .forEach(to -> moves.add(state.path("state").asText() + " > " + to.asText())));
        for (JsonNode process : executed) {
            List<String> states = process.path("states").findValuesAsText("state");
            for (int i = 1; i < states.size(); i++) {
                assertThat(moves)
                        .as(definition.path("process").asText() + " " + states)
                        .contains(states.get(i - 1) + " > " + states.get(i));
            }
        }
        return executed.size();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> found = new ArrayList<>();
        String next = path + "?limit=200";
        while (next != null) {
            JsonNode page = operator.get(next).expect(200).json();
            page.path("items").forEach(found::add);
            next = page.hasNonNull("nextCursor")
                    ? path + "?limit=200&cursor=" + page.path("nextCursor").asText()
                    : null;
        }
        return found;
    }
}
