package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.DiskFull;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A broker without room. */
@Command(
        name = "disk-full",
        description = "The broker holds its disk to be full for half a minute: orders are taken all the same.",
        mixinStandardHelpOptions = true)
public final class ChaosDiskFull implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Override
    public Integer call() {
        return options.play(
                spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new DiskFull(arena).run(seed));
    }
}
