package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.BillingBench;
import io.counterfoil.suite.bench.BillingFigures;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.command.PortOptions;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Rig;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts billing alone, loads it, prints what it did in a second and stops it. */
@Command(
        name = "billing",
        description =
                "Measure billing alone (one server with 512 MiB of heap, PostgreSQL, broker): billing runs, one of them killed, "
                        + "usage in bulk, single subscriptions. Ends with 0 only if no invoice is missing or there twice.",
        mixinStandardHelpOptions = true)
public final class BenchBilling implements Callable<Integer> {
    private static final int TENTH = 10;
    private static final int FULL_SUBSCRIPTIONS = 100_000;
    private static final int FULL_RECORDS = 1_000_000;
    /** What a database of this size would be given. */
    private static final List<String> ROOM = List.of("shared_buffers=512MB", "max_wal_size=4GB");

    @Spec
    private CommandSpec spec;

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--subscriptions",
            defaultValue = "50000",
            description = "How many (default: ${DEFAULT-VALUE}); a tenth of it is run before, to show how cost grows.")
    private int subscriptions;

    @Option(
            names = "--quick",
            description = "A tenth of everything, for a look: the code is still being compiled while it is measured.")
    private boolean quick;

    @Option(
            names = "--full",
            description =
                    "100,000 subscriptions and 1,000,000 usage records at least, and a run over ten times as many.")
    private boolean full;

    @Option(names = "--no-crash", description = "Leave out the run that is killed.")
    private boolean noCrash;

    @Option(
            names = "--usage",
            paramLabel = "RECORDS",
            defaultValue = "400000",
            description =
                    "Usage records to send in bulk and then to bill (default: ${DEFAULT-VALUE}); 0 leaves it out.")
    private int usage;

    @Option(
            names = "--by-api",
            paramLabel = "SUBSCRIPTIONS",
            defaultValue = "6000",
            description =
                    "Single subscriptions with their first invoice, by eight clients (default: ${DEFAULT-VALUE}).")
    private int byApi;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        StackOptions options = StackOptions.of("bench", ports.offset())
                .only(Part.POSTGRES, Part.BROKER, Part.ISSUER, Part.BILLING)
                .fresh(true)
                .with(StackOptions.PROFILE, StackOptions.LOAD)
                .with(Rig.NONE.withPostgres(ROOM));
        BillingFigures figures;
        try (Stack stack = Session.start(options, out)) {
            figures = new BillingBench(stack, line -> say(out, line)).measure(wanted());
        }
        Path report = options.layout().target().resolve("bench").resolve("billing.json");
        Files.createDirectories(report.getParent());
        Files.writeString(report, Json.write(figures.json()));
        say(out, "");
        figures.text().forEach(line -> say(out, line));
        say(out, "the same as JSON: " + options.layout().root().relativize(report));
        return figures.complaints().isEmpty() ? 0 : CannotStart.FAILED;
    }

    private BillingBench.Wanted wanted() {
        int part = quick ? TENTH : 1;
        int many = full ? Math.max(subscriptions, FULL_SUBSCRIPTIONS) : subscriptions / part;
        int records = full && usage > 0 ? Math.max(usage, FULL_RECORDS) : usage / part;
        return new BillingBench.Wanted(many, !noCrash, full, byApi / part, records);
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
