package io.counterfoil.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the ledger's own code on a PostgreSQL beside it, with the settings of a server that keeps what it was given.
 * Started by {@code ./counterfoil bench ledger}; asserts nothing, but fails when something is not there that must be.
 */
public final class LedgerBench {

    private LedgerBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path report = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        int lines = Integer.parseInt(arguments[2]);
        int postings = Integer.parseInt(arguments[3]);
        int history = Integer.parseInt(arguments[4]);
        Figures figures = new Figures(System.out);
        if (events > 0) {
            new PostingBench(figures).measure(events);
        }
        if (lines > 0) {
            new ScheduleBench(figures).measure(lines);
        }
        if (postings > 0) {
            new BalanceBench(figures).measure(postings);
        }
        if (history > 0) {
            new ReplayBench(figures).measure(history);
        }
        Files.createDirectories(report.getParent());
        Files.writeString(report, figures.json());
        System.exit(0);
    }
}
