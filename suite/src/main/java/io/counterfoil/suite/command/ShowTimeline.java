package io.counterfoil.suite.command;

import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.client.TimelineText;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what happened in one business transaction, and what is missing. */
@Command(
        name = "timeline",
        description = "Print what happened in one business transaction, and what is missing.",
        mixinStandardHelpOptions = true)
public final class ShowTimeline implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "opportunity, order, invoice, payment, correlation or trace id, or a number")
    private String id;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.of("up");
        Reply reply = Runs.access(layout, Runs.theLive(layout))
                .client(Endpoint.WAREHOUSE, "auditor")
                .get("/v1/timelines/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
        if (reply.status() == 404) {
            throw new CannotStart(CannotStart.FAILED, "the warehouse knows nothing of " + id);
        }
        TimelineText.of(reply.expect(200).json()).forEach(out::println);
        out.flush();
        return 0;
    }
}
