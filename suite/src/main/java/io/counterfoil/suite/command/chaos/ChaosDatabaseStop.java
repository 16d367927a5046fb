package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.DatabaseStop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A database that is away. */
@Command(
        name = "database-stop",
        description = "PostgreSQL is stopped for half a minute: no 2xx without a row, 503 with Retry-After meanwhile.",
        mixinStandardHelpOptions = true)
public final class ChaosDatabaseStop implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Override
    public Integer call() {
        return options.play(
                spec.commandLine().getOut(), stack -> stack, (arena, seed) -> new DatabaseStop(arena).run(seed));
    }
}
