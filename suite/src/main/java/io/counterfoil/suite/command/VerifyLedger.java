package io.counterfoil.suite.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Runs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the hash chain over each legal entity's journal and names the first row that is not what it was. */
@Command(
        name = "ledger",
        description =
                "Walk the hash chain over each legal entity's journal; name the first row that is not what it was. Ends with 0 only "
                        + "if all chains are intact.",
        mixinStandardHelpOptions = true)
public final class VerifyLedger implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--entity", description = "One legal entity's chain only.")
    private String entity;

    @Override
    public Integer call() {
        Layout layout = Layout.of("up");
        Access access = Runs.access(layout, Runs.theLive(layout));
        return verify(access, entity, spec.commandLine().getOut()) ? 0 : 1;
    }

    /** Says what is found; whether all chains are intact. */
    public static boolean verify(Access access, String entity, PrintWriter out) {
        JsonNode answer = access.client(Endpoint.LEDGER, "auditor")
                .get("/v1/journal-chains/verification" + (entity == null ? "" : "?legalEntityId=" + entity))
                .expect(200)
                .json();
        answer.path("chains").forEach(chain -> out.println(words(chain)));
        boolean intact = answer.path("intact").asBoolean();
        out.println(intact ? "intact" : "BROKEN");
        out.flush();
        return intact;
    }

    private static String words(JsonNode chain) {
        JsonNode broken = chain.path("firstBroken");
        String links = "%s: %d entries sealed and good, %d not sealed yet"
                .formatted(
                        chain.path("legalEntityId").asText(),
                        chain.path("links").asLong(),
                        chain.path("unsealed").asLong());
        return broken.isObject()
                ? "%s; first broken: link %d, entry %s (%s): %s"
                        .formatted(
                                links,
                                broken.path("chainNumber").asLong(),
                                broken.path("entryNumber").asText(),
                                broken.path("entryId").asText(),
                                broken.path("reason").asText())
                : links;
    }
}
