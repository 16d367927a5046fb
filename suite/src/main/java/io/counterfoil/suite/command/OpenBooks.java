package io.counterfoil.suite.command;

import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the books of a new legal entity: the demo's chart of accounts, and a rule for each purpose, by two people. */
@Command(
        name = "books",
        description =
                "Open the books of a legal entity in the running ledger: the demo's chart of accounts, and a posting rule for each "
                        + "purpose, given by one person and approved by another.",
        mixinStandardHelpOptions = true)
public final class OpenBooks implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENTITY", description = "2 to 12 capital letters and digits")
    private String entity;

    @Option(names = "--currency", defaultValue = "USD", description = "Of the books (default: ${DEFAULT-VALUE}).")
    private String currency;

    @Option(names = "--country", defaultValue = "US", description = "Default: ${DEFAULT-VALUE}.")
    private String country;

    @Option(names = "--time-zone", defaultValue = "UTC", description = "Whose days count (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Override
    public void run() {
        Layout layout = Layout.of("up");
        open(
                Runs.access(layout, Runs.theLive(layout)),
                entity,
                Map.of(
                        "name", "Books of " + entity,
                        "country", country,
                        "functionalCurrency", currency,
                        "timeZone", zone),
                spec.commandLine().getOut());
    }

    /** Opens the books of an entity of which this is told. */
    public static void open(Access access, String entity, Map<String, String> told, PrintWriter out) {
        access.client(Endpoint.LEDGER, "finance")
                .put("/v1/legal-entities/" + entity, told)
                .ok();
        out.println(entity + " keeps its books in " + told.get("functionalCurrency") + ": "
                + ReferenceData.of(access).loadBooks(entity) + " calls for accounts and posting rules");
        out.flush();
    }
}
