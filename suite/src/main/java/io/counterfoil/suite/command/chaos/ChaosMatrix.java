package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Matrix;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Step;
import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every step, each crash point. */
@Command(
        name = "matrix",
        description =
                "End a server at each step of quote-to-cash: before the effect, after the commit and before the acknowledgement, "
                        + "after the acknowledgement. Takes about twenty minutes for three repetitions.",
        mixinStandardHelpOptions = true)
public final class ChaosMatrix implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(
            names = "--repetitions",
            defaultValue = "3",
            description =
                    "How often each; the nth time the server ends when it comes by the nth time (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--from",
            paramLabel = "NTH",
            defaultValue = "1",
            description = "The repetition to begin with, to play some of them (default: ${DEFAULT-VALUE}).")
    private int from;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only steps with this in their name, such as 'ledger-service takes' or 'sends'.")
    private String only;

    @Override
    public Integer call() {
        List<Part> servers = Step.all().stream()
                .filter(step -> step.name().contains(only))
                .map(Step::server)
                .distinct()
                .toList();
        Agents agents = Agents.of(options.stack().layout(), servers);
        return options.play(
                spec.commandLine().getOut(),
                stack -> stack.with(stack.rig().withFlags(agents.flags())),
                (arena, seed) -> new Matrix(arena, agents, new Matrix.Selection(only, from, repetitions)).run(seed));
    }
}
