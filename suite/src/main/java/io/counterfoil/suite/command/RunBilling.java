package io.counterfoil.suite.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a billing run, or finds the one that is running, and tells how far it is until it is done. */
@Command(
        name = "billing",
        description = "Bill what is due of a legal entity today, and watch it: how many, how fast, how long still.",
        mixinStandardHelpOptions = true)
public final class RunBilling implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 500;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENTITY", description = "The legal entity, such as US01.")
    private String entity;

    @Option(names = "--dry-run", description = "Bill nothing, say what would be billed.")
    private boolean dry;

    @Option(names = "--through", paramLabel = "DAY", description = "Of a dry run: what is due up to this day.")
    private LocalDate through;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.of("up");
        Api finance = Runs.access(layout, Runs.theLive(layout)).client(Endpoint.BILLING, "finance");
        JsonNode run = finance.post("/v1/billing-runs", wanted()).expect(201).json();
        while (run.path("state").asText().equals("RUNNING")) {
            say(out, progress(run));
            Thread.sleep(PAUSE_MILLIS);
            run = finance.get("/v1/billing-runs/" + run.path("runId").asText())
                    .ok()
                    .json();
        }
        say(out, done(run));
        finance.get("/v1/billing-runs/" + run.path("runId").asText() + "/not-billed")
                .ok()
                .json()
                .path("items")
                .forEach(one -> say(out, notBilled(one)));
        return run.path("notBilled").asLong() == 0 ? 0 : CannotStart.FAILED;
    }

    private Map<String, Object> wanted() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("legalEntityId", entity);
        if (dry) {
            wanted.put("dryRun", true);
        }
        if (through != null) {
            wanted.put("throughDate", through.toString());
        }
        return wanted;
    }

    private static String progress(JsonNode run) {
        String left =
                run.path("secondsLeft").isNumber() ? run.path("secondsLeft").asText() + " s left" : "reckoning";
        return "  %d of %d invoices, %d invoices/s, %s"
                .formatted(
                        run.path("invoices").asLong(),
                        run.path("due").asLong(),
                        run.path("invoicesPerSecond").asLong(),
                        left);
    }

    private static String done(JsonNode run) {
        StringBuilder text = new StringBuilder("%s: %d invoices through %s%s, %d invoices/s, %d not billed"
                .formatted(
                        run.path("legalEntityId").asText(),
                        run.path("invoices").asLong(),
                        run.path("throughDate").asText(),
                        run.path("dryRun").asBoolean() ? " would be issued" : "",
                        run.path("invoicesPerSecond").asLong(),
                        run.path("notBilled").asLong()));
        run.path("totals").forEach(total -> text.append(", ")
                .append(total.path("amount").asText())
                .append(' ')
                .append(total.path("currency").asText()));
        return text.toString();
    }

    private static String notBilled(JsonNode one) {
        return "  not billed: agreement %s, %s: %s"
                .formatted(
                        one.path("agreementId").asText(),
                        one.path("code").asText(),
                        one.path("reason").asText());
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
