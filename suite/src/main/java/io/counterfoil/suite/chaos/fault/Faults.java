package io.counterfoil.suite.chaos.fault;

import io.counterfoil.suite.chaos.wire.Edge;
import io.counterfoil.suite.chaos.wire.WireFault;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The faults of one stack. */
public final class Faults {
    private static final int ATTEMPTS = 6;

    private final Stack stack;
    private final Wires wires;

    public Faults(Stack stack, Wires wires) {
        this.stack = stack;
        this.wires = wires;
    }

    private record Named(String name, Runnable begins, Runnable ends) implements Fault {
        @Override
        public void strike() {
            begins.run();
        }

        @Override
        public void heal() {
            ends.run();
        }
    }

    /** {@code kill -9}, and a new start. */
    public Fault killed(Part part) {
        return new Named("kill -9 " + part.label(), () -> stack.kill(part), () -> restart(part));
    }

    /** Several at once. */
    public Fault killed(List<Part> parts) {
        String names = String.join(", ", parts.stream().map(Part::label).toList());
        return new Named("kill -9 " + names, () -> parts.forEach(stack::kill), () -> stack.start(parts));
    }

    /** It is asked to end, and does. */
    public Fault stopped(Part part) {
        return new Named("stop " + part.label(), () -> stack.stop(part), () -> restart(part));
    }

    /** It is there and does nothing. */
    public Fault paused(Part part) {
        return new Named("SIGSTOP " + part.label(), () -> stack.pause(part), () -> stack.resume(part));
    }

    /** A connection does not do what it should. */
    public Fault broken(Edge edge, WireFault fault) {
        return new Named(
                edge + ": " + fault, () -> wires.suffer(edge, fault), () -> wires.suffer(edge, WireFault.OPEN));
    }

    /** The CRM fails, throttles, loses answers after its commit, tells twice and in reverse. */
    public Fault crm(String name, Map<String, Object> faults) {
        Api twin = stack.anonymous(Endpoint.SALESFORCE);
        return new Named(
                "CRM: " + name,
                () -> twin.put("/control/faults", all(faults)).ok(),
                () -> twin.put("/control/faults", all(Map.of())).ok());
    }

    /** The gateway tells twice, late and in reverse. */
    public Fault gateway(String name, Map<String, Object> faults) {
        Api twin = stack.anonymous(Endpoint.GATEWAY);
        return new Named(
                "gateway: " + name,
                () -> twin.put("/control/faults", faults).ok(),
                () -> twin.put("/control/faults", Map.of("holdAndReverse", 0)).ok());
    }

    private static Map<String, Object> all(Map<String, Object> some) {
        return new LinkedHashMap<>(some);
    }

    /** Memory that a killed PostgreSQL shared with its children is free a moment later only. */
    private void restart(Part part) {
        for (int attempt = 1; part == Part.POSTGRES && attempt < ATTEMPTS; attempt++) {
            try {
                stack.start(part);
                return;
            } catch (CannotStart notYet) {
                LockSupport.parkNanos(attempt * 500_000_000L);
            }
        }
        stack.start(part);
    }
}
