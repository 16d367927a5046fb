package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Arena;
import io.counterfoil.suite.chaos.ChaosReport;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.command.PortOptions;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all chaos runs share: a seed, ports, a stack of their own, a report. */
final class ChaosOptions {
    private static final String RUN = "chaos";

    @Mixin
    private PortOptions ports;

    @Option(names = "--seed", description = "What is drawn is drawn from it (default: another each time).")
    private Long seed;

    long seed() {
        if (seed == null) {
            seed = System.currentTimeMillis() % 1_000_000;
        }
        return seed;
    }

    StackOptions stack() {
        return StackOptions.of(RUN, ports.offset()).fresh(true);
    }

    /** Starts the stack with a proxy on each edge, does the run, writes and prints its report. */
    int play(PrintWriter out, UnaryOperator<StackOptions> more, BiFunction<Arena, Long, ChaosReport> run) {
        say(out, "seed " + seed());
        StackOptions options = more.apply(stack());
        try (Wires wires = Wires.before(options.ports());
                Stack stack = Session.start(options.with(options.rig().withDetours(wires.detours())), out);
                Arena arena = new Arena(stack, wires, seed(), line -> say(out, line))) {
            ChaosReport report = run.apply(arena, seed());
            tell(out, report);
            return report.isClean() ? 0 : CannotStart.FAILED;
        }
    }

    /** Writes and prints it. */
    void tell(PrintWriter out, ChaosReport report) {
        Path file = report.write(stack().layout().target().resolve(RUN));
        report.text().forEach(line -> say(out, line));
        say(out, "");
        say(out, "the report: " + stack().layout().root().relativize(file) + ", and beside it as JSON");
    }

    static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
