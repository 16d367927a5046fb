package io.counterfoil.order.journey;

import java.util.List;

/** Process definitions on the wire. */
public final class DefinitionJson {

    private DefinitionJson() {}

    /** A process with its state chart. */
    public record Definition(String process, String title, List<State> states) {

        static Definition of(ProcessKind kind) {
            return new Definition(
                    kind.path(),
                    kind.title(),
                    kind.states().stream().map(State::of).toList());
        }
    }

    /** One state: what happens in it, how long it may last, what undoes it, what may follow. */
    public record State(
            String state,
            String step,
            boolean isFinal,
            String deadline,
            String owner,
            String compensation,
            List<String> moves) {

        static State of(StateRule rule) {
            return new State(
                    rule.state(),
                    rule.step(),
                    rule.isFinal(),
                    rule.deadline() == null ? null : rule.deadline().toString(),
                    rule.owner(),
                    rule.compensation(),
                    rule.moves());
        }
    }
}
