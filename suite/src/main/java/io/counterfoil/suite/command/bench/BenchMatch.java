package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.command.LedgerTool;
import io.counterfoil.suite.stack.Layout;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast accounts are matched against customers. */
@Command(
        name = "match",
        description =
                "Match accounts against customers, by the thousand, on a PostgreSQL of its own (fsync on); prints the rate and "
                        + "the memory. No server or broker takes part.",
        mixinStandardHelpOptions = true)
public final class BenchMatch implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--accounts", defaultValue = "100000", description = "Accounts (default: ${DEFAULT-VALUE}).")
    private int accounts;

    @Option(names = "--customers", defaultValue = "1000000", description = "Customers (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path report = Layout.of("tools").target().resolve("bench").resolve("match.json");
        int ended = LedgerTool.run(
                "customer-service",
                "io.counterfoil.customer.matching.MatchBench",
                List.of(report.toString(), Integer.toString(accounts), Integer.toString(customers)),
                Map.of(),
                out);
        out.println("the same as JSON: " + Layout.of("tools").root().relativize(report));
        out.flush();
        return ended;
    }
}
