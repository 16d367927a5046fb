package io.counterfoil.suite.command;

import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.clock.Travel;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or moves the business clock of all services that run. */
@Command(
        name = "clock",
        description =
                "Show the business clock, or move it for all services that run: what is due on the way happens on its day.",
        mixinStandardHelpOptions = true)
public final class MoveClock implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "WHEN",
            description = "+31d, +2w, +1m, +1y, a date (2026-03-01) or an instant (2026-03-01T12:00:00Z)")
    private String when;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.of("up");
        BusinessTime time = Runs.time(layout, Runs.theLive(layout));
        if (when != null) {
            time.moveTo(new Travel(when).from(time.now()), stop -> {
                out.println("  " + stop);
                out.flush();
            });
        }
        out.println("the business clock shows " + time.now());
        out.flush();
    }
}
