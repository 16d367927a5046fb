package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.OrdersBench;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Complete transactions in a second. */
@Command(
        name = "orders",
        description =
                "Measure complete transactions, from the won deal to journal, warehouse and CRM: how many in a second, and where "
                        + "the time goes, per stage and per process.",
        mixinStandardHelpOptions = true)
public final class BenchOrders implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--orders", defaultValue = "2000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "So many are won in a second; 0 is all at once (default).")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "So many before, until the code is compiled (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Stack stack = Session.start(options.stack(), out)) {
            OrdersBench bench = new OrdersBench(stack, options.seed(), line -> BenchOptions.say(out, line));
            options.tell(out, bench.measure(orders, rate, warmUp));
        }
        return 0;
    }
}
