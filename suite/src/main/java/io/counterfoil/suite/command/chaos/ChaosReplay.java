package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.ReplayDay;
import io.counterfoil.suite.command.ReplayLedger;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything once more. */
@Command(
        name = "replay",
        description = "A whole day comes again, every event and every webhook: not one balance changes, "
                + "and an empty ledger that hears all of it says the same.",
        mixinStandardHelpOptions = true)
public final class ChaosReplay implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(names = "--deals", defaultValue = "200", description = "Deals of that day (default: ${DEFAULT-VALUE}).")
    private int deals;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return options.play(out, stack -> stack, (arena, seed) -> new ReplayDay(
                        arena, access -> ReplayLedger.rebuild(access, List.of(1, 4), out) == 0)
                .run(seed, deals));
    }
}
