package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.ApiBench;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast one request is answered. */
@Command(
        name = "api",
        description = "Measure order acceptance and the read of an invoice: throughput, p50, p95, p99.",
        mixinStandardHelpOptions = true)
public final class BenchApi implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "4,16",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients;

    @Option(names = "--seconds", defaultValue = "15", description = "How long each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "500",
            description = "So many orders before, until the code is compiled (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Stack stack = Session.start(options.stack(), out)) {
            ApiBench bench = new ApiBench(stack, options.seed(), line -> BenchOptions.say(out, line));
            options.tell(out, bench.measure(clients, warmUp, Duration.ofSeconds(seconds)));
        }
        return 0;
    }
}
