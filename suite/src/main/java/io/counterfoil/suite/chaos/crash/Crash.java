package io.counterfoil.suite.chaos.crash;

import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A server ends at one moment of one step, and is started again. */
public record Crash(Stack stack, Agents agents, Step step, Moment moment, int nth) implements Fault {
    @Override
    public String name() {
        return step.name() + ": " + moment.words() + (nth > 1 ? ", time " + nth : "");
    }

    /** The rule waits; the work that follows runs into it. */
    @Override
    public void strike() {
        agents.load(step.server(), name(), step.rule(moment, nth));
    }

    /** Waits until the server has run into the rule; false where it has not after so long. */
    public boolean isReached(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (stack.isAlive(step.server()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return !stack.isAlive(step.server());
    }

    /** Starts it again. */
    @Override
    public void heal() {
        Part server = step.server();
        if (stack.isAlive(server)) {
            List<String> told = agents.told(server);
            agents.clear(server);
            throw new NotReached(name(), told);
        }
        stack.start(server);
    }

    /** The work never came by the line at which the server was to end. */
    public static final class NotReached extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotReached(String crash, List<String> told) {
            super(crash + " was not reached; the agent says: " + String.join("\n", told));
        }
    }
}
