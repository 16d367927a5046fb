package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Backlog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A consumer that stands still. */
@Command(
        name = "backlog",
        description =
                "ledger-service stands still until so many events wait: nobody is held up, the broker stays small, all is taken afterwards.",
        mixinStandardHelpOptions = true)
public final class ChaosBacklog implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(names = "--events", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int events;

    @Override
    public Integer call() {
        return options.play(
                spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new Backlog(arena).run(seed, events));
    }
}
