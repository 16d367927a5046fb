package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token and nothing else, so that it fits into {@code $(…)}. */
@Command(name = "token", description = "Print a bearer token of the local issuer.", mixinStandardHelpOptions = true)
public final class Token implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--role",
            required = true,
            description = "sales, finance, controller, support, partner, integration, operator or auditor")
    private String role;

    @Option(names = "--sub", description = "Who it is for (default: the role at counterfoil.example)")
    private String subject;

    @Override
    public void run() {
        Layout layout = Layout.of("up");
        String who = subject == null ? role + "@counterfoil.example" : subject;
        PrintWriter out = spec.commandLine().getOut();
        out.println(Runs.access(layout, Runs.theLive(layout)).token(role, who));
        out.flush();
    }
}
