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

/** Measures the ledger's own code on a PostgreSQL beside it. */
@Command(
        name = "ledger",
        description =
                "Measure the ledger on a PostgreSQL of its own (fsync on): posting from events beside COPY and batched inserts of the "
                        + "same rows, with 1 and 8 consumers; recognition, a close, trial balances, a replay. No server or broker takes part.",
        mixinStandardHelpOptions = true)
public final class BenchLedger implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--events", description = "Invoices to post (default: 40,000).")
    private int events = 40_000;

    @Option(names = "--lines", description = "Schedule lines of a recognition run (default: 1,000,000).")
    private int lines = 1_000_000;

    @Option(
            names = "--postings",
            description = "Postings under the trial balances (default: 1,000,000; --full: 10,000,000).")
    private Integer postings;

    @Option(names = "--history", description = "Events of a replay (default: 50,000; --full: 1,000,000).")
    private Integer history;

    @Option(names = "--full", description = "The whole size of what is promised; takes some minutes more.")
    private boolean full;

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
                        Integer.toString(size(postings, 1_000_000, 10_000_000)),
                        Integer.toString(size(history, 50_000, 1_000_000))),
                Map.of(),
                out);
        out.println("the same as JSON: " + root.relativize(report));
        out.flush();
        return ended;
    }

    private int size(Integer told, int usual, int whole) {
        return told != null ? told : full ? whole : usual;
    }
}
