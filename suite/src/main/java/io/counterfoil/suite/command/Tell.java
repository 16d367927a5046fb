package io.counterfoil.suite.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.RunState;
import io.counterfoil.suite.stack.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends facts as their producer would, such as those of a billing system that is not there. */
@Command(
        name = "tell",
        description =
                "Send facts to the running broker as their producer would: a CloudEvent a line (or an array of them) with type, source, "
                        + "subject and data; what else is needed is filled in. For the books of an entity that no other service knows.",
        mixinStandardHelpOptions = true)
public final class Tell implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "with the events, in their order")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Layout layout = Layout.of("up");
        RunState live = Runs.theLive(layout);
        Access access = Runs.access(layout, live);
        tell(
                access,
                Runs.time(layout, live).now(),
                Files.readString(file),
                spec.commandLine().getOut());
        return 0;
    }

    /** Tells of what happened as of a moment of the business clock. */
    public static void tell(Access access, Instant now, String told, PrintWriter out) {
        long position = System.currentTimeMillis();
        for (JsonNode event : events(told)) {
            position++;
            Map<String, String> properties = new HashMap<>();
            attributes(event, now, position).forEach((name, value) -> properties.put("cloudEvents_" + name, value));
            properties.put("JMSXGroupID", properties.get("cloudEvents_partitionkey"));
            access.queues()
                    .send(
                            event.path("source").asText().substring(1) + ".events",
                            properties,
                            event.path("data").toString().getBytes(StandardCharsets.UTF_8));
            out.println("  " + event.path("type").asText() + " of "
                    + event.path("subject").asText());
        }
        out.flush();
    }

    private static Iterable<JsonNode> events(String text) {
        String trimmed = text.strip();
        return Json.read(trimmed.startsWith("[") ? trimmed : "[" + trimmed.replaceAll("\\R+", ",") + "]");
    }

    /** Positions beyond those of a producer that runs, so that they never meet. */
    private static Map<String, String> attributes(JsonNode event, Instant now, long position) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", UUID.randomUUID().toString());
        attributes.put("time", now.toString());
        attributes.put("datacontenttype", "application/json");
        attributes.put("correlationid", UUID.randomUUID().toString());
        attributes.put("sequence", String.valueOf(position));
        attributes.put("position", String.valueOf(position));
        attributes.put(
                "partitionkey",
                event.path("data")
                        .path("customerId")
                        .asText(event.path("subject").asText()));
        attributes.put("legalentity", event.path("data").path("legalEntityId").asText());
        event.properties().forEach(each -> {
            if (!each.getKey().equals("data")) {
                attributes.put(each.getKey(), each.getValue().asText());
            }
        });
        return attributes;
    }
}
