package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.BenchReport;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.command.Terminal;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How soon everything is ready, and how much memory it takes. */
@Command(
        name = "start",
        description =
                "Measure from 'up' to all ready, and the memory of all processes at rest (Pss), with work areas that are warm.",
        mixinStandardHelpOptions = true)
public final class BenchStart implements Callable<Integer> {
    private static final int MEBIBYTE = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--times",
            defaultValue = "3",
            description = "How often after the first, cold one (default: ${DEFAULT-VALUE}).")
    private int times;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        BenchReport report = new BenchReport("start");
        Duration best = null;
        for (int i = 0; i <= times; i++) {
            try (Stack stack = Session.start(options.asUsual(), out)) {
                stack.time().settle();
                String which = i == 0 ? "first start" : "warm start " + i;
                report.with(
                        which,
                        Terminal.seconds(stack.startUpTime()) + ", processor " + Terminal.seconds(processor(stack))
                                + ", memory " + (stack.memory() >> MEBIBYTE) + " MiB");
                best = i == 0 || best != null && best.compareTo(stack.startUpTime()) < 0 ? best : stack.startUpTime();
                if (i == times) {
                    report.with("memory of each, MiB", memory(stack));
                }
            }
        }
        options.tell(out, report.with("best warm start", best == null ? "-" : Terminal.seconds(best)));
        return 0;
    }

    private static Duration processor(Stack stack) {
        Duration sum = Duration.ZERO;
        for (Part part : Part.values()) {
            sum = sum.plus(stack.processorTime(part));
        }
        return sum;
    }

    private static Map<String, Long> memory(Stack stack) {
        Map<String, Long> each = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            each.put(part.label(), stack.memory(part) >> MEBIBYTE);
        }
        return each;
    }
}
