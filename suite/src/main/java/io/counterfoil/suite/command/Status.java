package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Memory;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.ProcessMark;
import io.counterfoil.suite.stack.RunState;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs, how it feels and how much memory it takes. */
@Command(
        name = "status",
        description = "Show what runs; ends with 0 only when all of it is well.",
        mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.of("up");
        Runs.sweep(layout).forEach(out::println);
        RunState state = Runs.theLive(layout);
        Access access = Runs.access(layout, state);
        out.printf(
                "'%s' is running since %s (launcher: pid %d)%n%n",
                state.run(), state.since(), state.launcher().pid());
        boolean well = true;
        long memory = 0;
        for (Map.Entry<Part, ProcessMark> entry : new TreeMap<>(state.parts()).entrySet()) {
            Optional<ProcessHandle> process = entry.getValue().alive();
            String health = process.isEmpty() ? "ENDED" : health(access, entry.getKey());
            long own = process.map(Memory::of).orElse(0L);
            out.printf(
                    "  %-18s pid %-8d %-6s %5d MiB   %s%n",
                    entry.getKey().label(),
                    entry.getValue().pid(),
                    health,
                    own >> 20,
                    access.url(entry.getKey().endpoint()).getAuthority());
            memory += own;
            well &= health.equals("UP");
        }
        out.printf(
                "%n  %d processes of %d, %d MiB together%n", state.parts().size(), Part.values().length, memory >> 20);
        out.flush();
        return well && state.parts().size() == Part.values().length ? 0 : CannotStart.FAILED;
    }

    private static String health(Access access, Part part) {
        try {
            return !part.isServer()
                            || access.anonymous(part.endpoint()).get("/health").status() == 200
                    ? "UP"
                    : "DOWN";
        } catch (UncheckedIOException silent) {
            return "SILENT";
        }
    }
}
