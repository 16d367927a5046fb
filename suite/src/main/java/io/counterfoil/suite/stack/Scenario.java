package io.counterfoil.suite.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Something to be played on a running stack and judged at its end. */
public interface Scenario {
    /**
     * Plays it.
     *
     * @param out takes the lines for the person at the terminal
     * @param report where the same is written as JSON
     * @return whether everything ended as the scenario says
     */
    boolean play(Stack stack, Consumer<String> out, Path report);
}
