package io.counterfoil.suite.command;

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

/** Measures the ledger's own code on a PostgreSQL beside it. */
@Command(
        name = "ledger",
        description =
                "Measure the ledger on a PostgreSQL of its own (fsync on): posting from events beside COPY and batched inserts of the "
                        + "same rows, with 1 and 8 consumers; recognition, a close, trial balances. No server or broker takes part.",
        mixinStandardHelpOptions = true)
public final class BenchLedger implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--events", defaultValue = "40000", description = "Invoices to post (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--lines",
            defaultValue = "1000000",
            description = "Schedule lines of a recognition run (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = "--postings",
            defaultValue = "10000000",
            description = "Postings under the trial balances (default: ${DEFAULT-VALUE}).")
    private int postings;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Layout.of("tools").root();
        Path report = Layout.of("tools").target().resolve("bench").resolve("ledger.json");
        int ended = LedgerTool.run(
                "io.counterfoil.ledger.bench.LedgerBench",
                List.of(
                        report.toString(),
                        Integer.toString(events),
                        Integer.toString(lines),
                        Integer.toString(postings)),
                Map.of(),
                out);
        out.println("the same as JSON: " + root.relativize(report));
        out.flush();
        return ended;
    }
}
