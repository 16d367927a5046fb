package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.LogLine;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a part's log, readable or as it is. */
@Command(name = "logs", description = "Print the log of one part.", mixinStandardHelpOptions = true)
public final class Logs implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 300;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            converter = PartName.class,
            description = "customer-service, order-service, billing-service, ledger-service, "
                    + "warehouse-feed, postgres, broker, issuer or twins")
    private Part part;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many (default: 50)")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(names = "--raw", description = "As written: JSON lines, with trace and correlation ids.")
    private boolean raw;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = newest(part);
        try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            printLast(reader);
            while (follow) {
                String line = reader.readLine();
                if (line == null) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    print(line);
                }
            }
        }
        return 0;
    }

    /** The log of what runs, else the one of the last run. */
    private static Path newest(Part part) {
        Layout layout = Layout.of("up");
        Path log = Runs.live(layout).stream()
                .findFirst()
                .map(state -> new Layout(layout.root(), state.run()))
                .orElse(layout)
                .log(part);
        if (!Files.exists(log)) {
            throw new CannotStart(CannotStart.NOT_RUNNING, "there is no log of " + part.label() + " yet");
        }
        return log;
    }

    private void printLast(BufferedReader reader) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            last.addLast(line);
            if (last.size() > lines) {
                last.removeFirst();
            }
        }
        last.forEach(this::print);
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(raw ? line : LogLine.of(line).readable());
        out.flush();
    }
}
