package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Storm;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Random faults under load. */
@Command(
        name = "storm",
        description = "Random faults, one after the other, while orders come in at a steady rate.",
        mixinStandardHelpOptions = true)
public final class ChaosStorm implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(names = "--seconds", defaultValue = "600", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--rate", defaultValue = "20", description = "Orders per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Override
    public Integer call() {
        return options.play(spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new Storm(arena, seed)
                .run(seed, Duration.ofSeconds(seconds), rate));
    }
}
