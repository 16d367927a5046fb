package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.TwoOfEach;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Two of each. */
@Command(
        name = "replicas",
        description = "Two replicas of each service share the work; one after the other is killed and comes again.",
        mixinStandardHelpOptions = true)
public final class ChaosReplicas implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Override
    public Integer call() {
        return options.play(
                spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new TwoOfEach(arena).run(seed));
    }
}
