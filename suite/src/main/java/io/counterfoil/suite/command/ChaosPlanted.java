package io.counterfoil.suite.command;

import io.counterfoil.suite.chaos.Arena;
import io.counterfoil.suite.chaos.Planted;
import io.counterfoil.suite.chaos.PlantedReport;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Defect;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Rig;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the checks see. */
@Command(
        name = "planted",
        description =
                "Plant one defect after the other, each in a stack of its own, and look which check finds it. Ends with 0 only "
                        + "if each is found, and nothing where there is none.",
        mixinStandardHelpOptions = true)
public final class ChaosPlanted implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChaosOptions options;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only defects with this in their name.")
    private String only;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PlantedReport report = new PlantedReport(options.seed());
        for (Defect defect : Defect.all()) {
            if (defect.name().contains(only)) {
                ChaosOptions.say(out, "");
                ChaosOptions.say(out, "planted: " + defect.name());
                report.add(defect.name(), play(defect, out));
            }
        }
        report.write(options.stack().layout().target().resolve("chaos"));
        report.text().forEach(line -> ChaosOptions.say(out, line));
        return report.isAllFound() ? 0 : CannotStart.FAILED;
    }

    private Map<String, List<Finding>> play(Defect defect, PrintWriter out) {
        StackOptions stack = options.stack();
        Agents agents = Agents.of(stack.layout());
        Rig rig = Rig.NONE.withFlags(agents.flags());
        if (defect.configuration() == Defect.Configuration.NO_DEAD_LETTER_ADDRESS) {
            rig = rig.withBrokerConfiguration(withoutDeadLetters(stack.layout()));
        }
        try (Wires wires = Wires.before(stack.ports());
                Stack running = Session.start(stack.with(rig), out);
                Arena arena = new Arena(running, wires, options.seed(), line -> ChaosOptions.say(out, line))) {
            Map<String, List<Finding>> broken = new Planted(arena, agents, defect).play();
            broken.forEach((promise, found) -> ChaosOptions.say(
                    out, "  found: %s (%s)".formatted(promise, found.get(0).what())));
            return broken;
        }
    }

    private static Path withoutDeadLetters(Layout layout) {
        try {
            String usual = Files.readString(layout.root().resolve("helm/suite/files/broker.xml"));
            Path other = layout.folder().resolve("broker-without-dead-letters.xml");
            Files.createDirectories(other.getParent());
            return Files.writeString(
                    other, usual.replace("<dead-letter-address>dead-letters</dead-letter-address>", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
