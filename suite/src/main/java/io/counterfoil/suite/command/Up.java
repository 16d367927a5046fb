package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and stays until Ctrl-C, or until {@code down} is called elsewhere. */
@Command(
        name = "up",
        description = "Start everything and stay up until Ctrl-C, or until 'down' is called in another terminal.",
        mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PortOptions ports;

    @Option(names = "--fresh", description = "Begin with empty databases and an empty broker.")
    private boolean fresh;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            converter = PartName.class,
            description = "Start only these servers (customer-service, order-service, …) and what they lean on.")
    private List<Part> only = List.of();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        StackOptions options =
                StackOptions.of("up", ports.offset()).fresh(fresh).withServers(only);
        try (Stack stack = Session.start(options, out)) {
            tellAddresses(stack, out);
            watch(stack, out);
            return CannotStart.FAILED;
        }
    }

    private static void tellAddresses(Stack stack, PrintWriter out) {
        out.printf("%nCounterfoil is up after %s.%n%n", Terminal.seconds(stack.startUpTime()));
        for (Part server : stack.servers()) {
            String url = stack.url(server.endpoint()).toString();
            out.printf("  %-18s %s/openapi/ui   %s/health%n", server.label(), url, url);
        }
        out.printf("  %-18s %s/.well-known/openid-configuration%n", "token issuer", stack.url(Endpoint.ISSUER));
        out.printf("  %-18s %s%n", "Salesforce twin", stack.url(Endpoint.SALESFORCE));
        out.printf("  %-18s %s%n", "gateway twin", stack.url(Endpoint.GATEWAY));
        out.printf("  %-18s %s%n", "platform twin", stack.url(Endpoint.PLATFORM));
        out.printf("  %-18s %s%n", "inbox twin", stack.url(Endpoint.INBOX));
        out.printf("%nCtrl-C here, or ./counterfoil down elsewhere, stops everything.%n");
        out.flush();
    }

    /** Returns when nothing is left to stay for. */
    private static void watch(Stack stack, PrintWriter out) throws InterruptedException {
        Set<Part> told = EnumSet.noneOf(Part.class);
        while (stack.isAnyAlive()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            List<Part> fallen = stack.fallen();
            for (Part part : fallen) {
                if (told.add(part)) {
                    out.println(part.label() + " has ended; its log: " + stack.log(part));
                    out.flush();
                }
            }
        }
    }
}
