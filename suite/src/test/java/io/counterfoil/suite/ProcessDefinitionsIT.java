package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The published charts tell the truth: whatever process was executed by all other tests went from state to state as they say,
 * and no state is published in which nothing ever is.
 */
@Order(Integer.MAX_VALUE - 1)
class ProcessDefinitionsIT {

    /** Where each process can be read; all reversals are in one list. */
    private static final Map<String, String> LISTS = Map.of(
            "quote-to-cash", "/v1/processes/quote-to-cash",
            "quote", "/v1/quotes",
            "amendment", "/v1/amendments",
            "renewal", "/v1/renewals",
            "cancellation", "/v1/order-reversals",
            "compensation", "/v1/order-reversals",
            "return", "/v1/order-reversals",
            "delivery", "/v1/deliveries",
            "provisioning", "/v1/provisionings",
            "dispute", "/v1/disputes");

    private static final String UNIT = "two people give it up, or billing turns it down: shown on the database alone";

    /** States that no system test reaches, and why. */
    private static final Map<String, String> EXCUSED = Map.of(
            "cancellation GIVEN_UP",
            UNIT,
            "compensation GIVEN_UP",
            UNIT,
            "compensation HELD",
            UNIT,
            "return GIVEN_UP",
            UNIT,
            "return HELD",
            "HeldReversalIT reaches it, in whatever order the classes run",
            "delivery PARTLY_SHIPPED",
            "shown on the database alone",
            "renewal WITHDRAWN",
            "the contract ends while its renewal is open: shown on the database alone",
            "renewal DECLINED",
            "an offer that is lost in the CRM: not shown");

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");
    private final Map<String, JsonNode> definitions = definitions();

    @Test
    void each_process_is_published_alone_too_and_can_be_read() {
        assertThat(definitions.keySet()).isEqualTo(LISTS.keySet());
        definitions.forEach((process, definition) -> assertThat(operator.get("/v1/process-definitions/" + process)
                        .expect(200)
                        .json())
                .isEqualTo(definition));
        operator.get("/v1/process-definitions/none").expect(404);
    }

    @Test
    void the_steps_of_executed_processes_are_those_of_the_definitions() {
        String order = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitState(order, "COMPLETED");
        assertThat(executed("quote-to-cash")).isNotEmpty();
        definitions.forEach((process, definition) -> follows(definition, executed(process)));
    }

    @Test
    @EnabledIf("allSystemTestsRan")
    void each_process_was_executed_and_each_published_state_was_seen() {
        Map<String, Set<String>> unseen = new TreeMap<>();
        definitions.forEach((process, definition) -> {
            List<JsonNode> executed = executed(process);
            assertThat(executed).as("executed processes " + process).isNotEmpty();
            Set<String> states = new TreeSet<>(definition.path("states").findValuesAsText("state"));
            executed.forEach(one -> states.removeAll(statesOf(one)));
            states.removeIf(state -> EXCUSED.containsKey(process + " " + state));
            if (!states.isEmpty()) {
                unseen.put(process, states);
            }
        });
        assertThat(unseen)
                .as("states in which no system test has seen a process: test them, or excuse them here with the reason")
                .isEmpty();
    }

    /** Or so many of them that it was asked for. */
    static boolean allSystemTestsRan() {
        return ContractsWalkedIT.allSystemTestsRan() || Boolean.getBoolean("counterfoil.walk.strict");
    }

    private static void follows(JsonNode definition, List<JsonNode> executed) {
        Set<String> moves = new HashSet<>();
        definition.path("states").forEach(state -> state.path("moves")
                .forEach(to -> moves.add(state.path("state").asText() + " > " + to.asText())));
        for (JsonNode process : executed) {
            List<String> states = statesOf(process);
            assertThat(states)
                    .as(definition.path("process").asText() + " " + process)
                    .isNotEmpty();
            for (int i = 1; i < states.size(); i++) {
                assertThat(moves)
                        .as(definition.path("process").asText() + " " + states)
                        .contains(states.get(i - 1) + " > " + states.get(i));
            }
        }
    }

    private static List<String> statesOf(JsonNode process) {
        return process.path("states").findValuesAsText("state");
    }

    private List<JsonNode> executed(String process) {
        return operator.all(LISTS.get(process)).stream()
                .filter(one -> !LISTS.get(process).endsWith("order-reversals")
                        || one.path("kind").asText().equalsIgnoreCase(process))
                .toList();
    }

    private Map<String, JsonNode> definitions() {
        return Books.list(operator.get("/v1/process-definitions")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .collect(Collectors.toMap(one -> one.path("process").asText(), one -> one, (a, b) -> b, HashMap::new));
    }
}
