package io.counterfoil.suite.command;

import io.counterfoil.suite.demo.Demo;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts everything, plays the scenario, shows what came of it and stops everything. */
@Command(
        name = "demo",
        description =
                "Start everything, play the scenario, show what came of it, stop everything. Ends with 0 only if every "
                        + "transaction ended as the scenario says and nothing drifts.",
        mixinStandardHelpOptions = true)
public final class PlayDemo implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackOptions options = StackOptions.of("demo", ports.offset()).fresh(true);
        Path report = report(options.layout());
        try (Stack stack = Session.start(options, out)) {
            out.printf(
                    "%nCounterfoil is up after %s and takes %d MiB.%n%n",
                    Terminal.seconds(stack.startUpTime()), stack.memory() >> 20);
            boolean well = new Demo().play(stack, line -> say(out, line), report);
            say(out, "");
            say(out, "the report: " + options.layout().root().relativize(report));
            return well ? 0 : CannotStart.FAILED;
        }
    }

    /** A report of an earlier demo must not be taken for this one's. */
    private static Path report(Layout layout) {
        Path report = layout.target().resolve("demo").resolve("report.json");
        try {
            Files.createDirectories(report.getParent());
            Files.deleteIfExists(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
