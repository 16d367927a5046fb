package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Arena;
import io.counterfoil.suite.chaos.Backlog;
import io.counterfoil.suite.chaos.ChaosReport;
import io.counterfoil.suite.chaos.DatabaseStop;
import io.counterfoil.suite.chaos.DiskFull;
import io.counterfoil.suite.chaos.ReplayDay;
import io.counterfoil.suite.chaos.TwoOfEach;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.command.ReplayLedger;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Several runs, one stack. */
@Command(
        name = "series",
        description =
                "Several runs, one after the other on the same stack; each has its report, whose orders are all of them so "
                        + "far. Ends with 0 only if each is clean.",
        mixinStandardHelpOptions = true)
public final class ChaosSeries implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(
            names = "--runs",
            split = ",",
            defaultValue = "database-stop,disk-full,replay,backlog",
            description = "Which: database-stop, disk-full, replay, backlog, replicas (default: ${DEFAULT-VALUE}).")
    private List<String> runs;

    @Option(names = "--deals", defaultValue = "200", description = "Deals of the day (default: ${DEFAULT-VALUE}).")
    private int deals;

    @Option(names = "--events", defaultValue = "100000", description = "How many wait (default: ${DEFAULT-VALUE}).")
    private int events;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ChaosOptions.say(out, "seed " + options.seed());
        StackOptions stack = options.stack();
        boolean clean = true;
        try (Wires wires = Wires.before(stack.ports());
                Stack running = Session.start(stack.with(stack.rig().withDetours(wires.detours())), out);
                Arena arena = new Arena(running, wires, options.seed(), line -> ChaosOptions.say(out, line))) {
            for (String run : runs) {
                ChaosOptions.say(out, "");
                ChaosReport report = play(run, arena, out);
                options.tell(out, report);
                clean &= report.isClean();
            }
        }
        return clean ? 0 : CannotStart.FAILED;
    }

    private ChaosReport play(String run, Arena arena, PrintWriter out) {
        long seed = options.seed();
        return switch (run) {
            case "database-stop" -> new DatabaseStop(arena).run(seed);
            case "disk-full" -> new DiskFull(arena).run(seed);
            case "replay" ->
                new ReplayDay(arena, access -> ReplayLedger.rebuild(access, List.of(1, 4), out) == 0).run(seed, deals);
            case "backlog" -> new Backlog(arena).run(seed, events);
            case "replicas" -> new TwoOfEach(arena).run(seed);
            default -> throw new CannotStart(CannotStart.USAGE, "no such run in a series: " + run);
        };
    }
}
