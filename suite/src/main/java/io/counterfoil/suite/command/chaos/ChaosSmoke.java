package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Smoke;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Each kind of fault once. */
@Command(
        name = "smoke",
        description =
                "Each kind of fault once while deals and payments come in, in under six minutes. Ends with 0 only if nothing "
                        + "was lost, doubled or adrift.",
        mixinStandardHelpOptions = true)
public final class ChaosSmoke implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Override
    public Integer call() {
        return options.play(spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new Smoke(arena, seed).run());
    }
}
