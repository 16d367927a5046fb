package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.RunState;
import io.counterfoil.suite.stack.Runs;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;

/** A stack that ends with this launcher, however the launcher ends. */
public final class Session {
    private Session() {}

    /** Starts it, unless one runs already. */
    public static Stack start(StackOptions options, PrintWriter out) {
        Terminal terminal = new Terminal(out);
        Runs.sweep(options.layout()).forEach(terminal::note);
        for (RunState live : Runs.live(options.layout())) {
            throw new CannotStart(
                    CannotStart.ALREADY_RUNNING,
                    "'%s' is running since %s (pid %d): stop it with ./counterfoil down"
                            .formatted(live.run(), live.since(), live.launcher().pid()));
        }
        return Stack.start(options, terminal, stack -> closeAtExit(stack, terminal));
    }

    private static void closeAtExit(Stack stack, Terminal terminal) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!stack.isClosed()) {
                                terminal.note("stopping");
                                stack.close();
                                terminal.note("everything is stopped");
                            }
                        },
                        "stop"));
    }
}
