package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.BenchReport;
import io.counterfoil.suite.command.PortOptions;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Rig;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the benchmarks of the whole share: ports, a seed, a profile, where the figures go. */
final class BenchOptions {
    /** So that statements are counted too, and memory and checkpoints are those of a machine that is there for this. */
    private static final List<String> COUNTING =
            List.of("shared_preload_libraries=pg_stat_statements", "shared_buffers=256MB", "max_wal_size=2GB");

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What is drawn is drawn from it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--laptop", description = "With the settings of a laptop instead of those for load.")
    private boolean laptop;

    long seed() {
        return seed;
    }

    StackOptions stack() {
        StackOptions fresh =
                StackOptions.of("bench", ports.offset()).fresh(true).with(Rig.NONE.withPostgres(COUNTING));
        return laptop ? fresh : fresh.with(StackOptions.PROFILE, StackOptions.LOAD);
    }

    /** The settings with which a person starts it. */
    StackOptions asUsual() {
        return StackOptions.of("bench-start", ports.offset()).fresh(true);
    }

    void tell(PrintWriter out, BenchReport report) {
        Layout layout = stack().layout();
        Path file = report.write(layout.target().resolve("bench"));
        say(out, "");
        report.text().forEach(line -> say(out, line));
        say(out, "the same as JSON: " + layout.root().relativize(file));
    }

    static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
