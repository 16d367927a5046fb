package io.counterfoil.suite.stack;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which stack is wanted.
 *
 * @param parts the processes to start; usually all
 * @param environment more variables for the servers and twins, such as the address of a telemetry receiver
 * @param fresh begin with empty databases and an empty broker
 * @param rig what differs from a start as usual, for those who want to see it fail
 */
public record StackOptions(
        Layout layout, Ports ports, Set<Part> parts, Map<String, String> environment, boolean fresh, Rig rig) {
    /** The run of the system tests; it has ports of its own and is nobody else's business. */
    public static final String TEST_RUN = "test";

    /** A variable that says what the servers are started for; unset, they start fast and stay small. */
    public static final String PROFILE = "COUNTERFOIL_PROFILE";

    /** The profile for benchmarks: 512 MiB of heap, and the compiler that a server in production has. */
    public static final String LOAD = "load";

    private static final int TEST_OFFSET = 2_000;
    /** Outside the range from which the system gives ports to outgoing connections. */
    private static final int TEST_POSTGRES = 9_432;

    public StackOptions {
        parts = Set.copyOf(parts);
        environment = Map.copyOf(environment);
    }

    /** Everything, with data of earlier starts. */
    public static StackOptions of(String run, int portOffset) {
        return new StackOptions(
                Layout.of(run),
                Ports.usual(portOffset, System.getenv()),
                EnumSet.allOf(Part.class),
                Map.of(),
                false,
                Rig.NONE);
    }

    /** Everything for the system tests, beside whatever else runs on this machine. */
    public static StackOptions forTests() {
        return forTests(TEST_RUN, 0);
    }

    /** A smaller stack beside that of the system tests. */
    static StackOptions forTests(String run, int further) {
        int offset = Integer.getInteger("counterfoil.test.port-offset", TEST_OFFSET) + further;
        Ports ports = Ports.usual(offset, Map.of()).with(Endpoint.POSTGRES, TEST_POSTGRES + offset);
        return new StackOptions(Layout.of(run), ports, EnumSet.allOf(Part.class), Map.of(), true, Rig.NONE);
    }

    public StackOptions with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new StackOptions(layout, ports, parts, more, fresh, rig);
    }

    /** These servers and all that servers lean on; none named means all. */
    public StackOptions withServers(Collection<Part> servers) {
        Set<Part> chosen = EnumSet.copyOf(parts);
        if (!servers.isEmpty()) {
            chosen.removeAll(Part.servers());
            chosen.addAll(servers);
        }
        return new StackOptions(layout, ports, chosen, environment, fresh, rig);
    }

    public StackOptions only(Part first, Part... others) {
        return new StackOptions(layout, ports, EnumSet.of(first, others), environment, fresh, rig);
    }

    StackOptions on(Ports others) {
        return new StackOptions(layout, others, parts, environment, fresh, rig);
    }

    public StackOptions fresh(boolean empty) {
        return new StackOptions(layout, ports, parts, environment, empty, rig);
    }

    /** The same, started so that it can be made to fail. */
    public StackOptions with(Rig other) {
        return new StackOptions(layout, ports, parts, environment, fresh, other);
    }
}
