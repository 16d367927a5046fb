package io.counterfoil.suite.command.chaos;

import io.counterfoil.suite.chaos.Arena;
import io.counterfoil.suite.chaos.Planted;
import io.counterfoil.suite.chaos.PlantedReport;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Defect;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Rig;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;
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
        description = "Plant one defect after the other and look which check finds it. Ends with 0 only "
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
        StackOptions stack = options.stack();
        Agents agents = Agents.of(stack.layout(), Part.servers());
        PlantedReport report = new PlantedReport(options.seed());
        try (Wires wires = Wires.before(stack.ports());
                Stack running = Session.start(stack.with(Rig.NONE.withFlags(agents.flags())), out);
                Arena arena = new Arena(running, wires, options.seed(), line -> ChaosOptions.say(out, line))) {
            Planted planted = new Planted(arena, agents);
            Defect.all().stream()
                    .filter(defect -> defect.name().contains(only))
                    .forEach(defect -> report.add(defect.name(), play(planted, defect, out)));
        }
        report.write(stack.layout().target().resolve("chaos"));
        report.text().forEach(line -> ChaosOptions.say(out, line));
        return report.isAllFound() ? 0 : CannotStart.FAILED;
    }

    private static Map<String, List<Finding>> play(Planted planted, Defect defect, PrintWriter out) {
        ChaosOptions.say(out, "");
        ChaosOptions.say(out, "planted: " + defect.name());
        Map<String, List<Finding>> broken = planted.play(defect);
        broken.forEach((promise, found) -> ChaosOptions.say(
                out, "  found: %s (%s)".formatted(promise, found.get(0).what())));
        return broken;
    }
}
