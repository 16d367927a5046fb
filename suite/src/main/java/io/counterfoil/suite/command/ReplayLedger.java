package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds the ledger of the stack that runs, in an empty database beside it. */
@Command(
        name = "ledger",
        description =
                "Rebuild the ledger of the running stack from the archive of warehouse-feed into an empty database, once for each number "
                        + "of threads; compare trial balance, ageing and schedules by hash. Ends with 0 only if all are identical.",
        mixinStandardHelpOptions = true)
public final class ReplayLedger implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,4",
            description = "How many threads, for each rebuild (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads;

    @Option(names = "--run", defaultValue = "up", description = "Whose stack: up or demo (default: ${DEFAULT-VALUE}).")
    private String run;

    @Override
    public Integer call() {
        Layout layout = Layout.of(run);
        Access access = Runs.access(layout, Runs.theLive(layout));
        return rebuild(access, threads, spec.commandLine().getOut());
    }

    /** 0 where the ledger that was rebuilt from the archive says what the running one says. */
    public static int rebuild(Access access, List<Integer> threads, PrintWriter out) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "REPLAY_DATABASE",
                "jdbc:postgresql://localhost:" + access.ports().of(Endpoint.POSTGRES) + "/" + Part.LEDGER.database());
        environment.put("REPLAY_USER", Part.LEDGER.database());
        environment.put("REPLAY_PASSWORD", access.secrets().database(Part.LEDGER));
        environment.put("REPLAY_ARCHIVE", access.url(Endpoint.WAREHOUSE).toString());
        environment.put("REPLAY_TOKEN", access.token("auditor", "replay"));
        environment.put("REPLAY_UNTIL", access.time().now().toString());
        environment.put(
                "REPLAY_THREADS",
                String.join(",", threads.stream().map(String::valueOf).toList()));
        return LedgerTool.run("io.counterfoil.ledger.replay.ReplayLedger", List.of(), environment, out);
    }
}
