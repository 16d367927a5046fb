package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.RunState;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops whatever runs, and ends what a crashed launcher left. */
@Command(
        name = "down",
        description = "Stop everything, also what a crashed launcher left behind.",
        mixinStandardHelpOptions = true)
public final class Down implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.of("up");
        List<String> swept = Runs.sweep(layout);
        swept.forEach(out::println);
        List<RunState> live = Runs.live(layout);
        for (RunState state : live) {
            Runs.stop(layout, state);
            out.println("'" + state.run() + "' is stopped");
        }
        if (live.isEmpty() && swept.isEmpty()) {
            out.println("nothing was running");
        }
        out.flush();
    }
}
