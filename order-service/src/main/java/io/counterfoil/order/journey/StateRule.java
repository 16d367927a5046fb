package io.counterfoil.order.journey;

import java.time.Duration;
import java.util.List;

/**
 * One state of a process.
 *
 * @param deadline how long it may last; null where a process may rest
 * @param owner the team that is asked when it lasts longer
 * @param step what happens in it
 * @param compensation how what was done in it is undone; null where nothing was
 * @param moves the states that may follow; none where it is final
 */
public record StateRule(
        String state, String step, Duration deadline, String owner, String compensation, List<String> moves) {

    static StateRule state(String name, String step) {
        return new StateRule(name, step, null, null, null, List.of());
    }

    StateRule within(String text, String team) {
        return new StateRule(state, step, Duration.parse(text), team, compensation, moves);
    }

    StateRule undoneBy(String how) {
        return new StateRule(state, step, deadline, owner, how, moves);
    }

    StateRule to(String... next) {
        return new StateRule(state, step, deadline, owner, compensation, List.of(next));
    }

    boolean isFinal() {
        return moves.isEmpty();
    }
}
