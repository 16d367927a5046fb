package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.CheckBench;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast it is said whether something may be sold. */
@Command(
        name = "checks",
        description =
                "Measure credit check and price check at a given rate: p50, p95, p99 from the moment a request is due.",
        mixinStandardHelpOptions = true)
public final class BenchChecks implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--rate", defaultValue = "200", description = "Requests per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "How long each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "40",
            description = "Seconds at that rate before each, until the code is compiled (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Stack stack = Session.start(options.stack(), out)) {
            CheckBench bench = new CheckBench(stack, options.seed(), line -> BenchOptions.say(out, line));
            options.tell(out, bench.measure(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds)));
        }
        return 0;
    }
}
