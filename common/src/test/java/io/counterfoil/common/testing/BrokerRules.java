package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the broker's configuration lets into a service's queues is what the service's {@code asyncapi.yaml} receives. */
final class BrokerRules {
    static final HouseRule FILTERS = new HouseRule(
            "the filters of our queues (helm/suite/files/broker.xml) let in exactly what asyncapi.yaml receives",
            BrokerRules::differences);

    private static final Path CONFIGURATION = Path.of("../helm/suite/files/broker.xml");
    private static final Pattern FILTERED =
            Pattern.compile("<queue name=\"([a-z]+)\\.([a-z]+)-events\">\\s*<filter string=\"([^\"]*)\"/>");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private BrokerRules() {}

    private static List<String> differences(Code code) {
        if (!Files.isRegularFile(CONFIGURATION)) {
            return List.of(); // the service is built without the others
        }
        Map<String, Set<String>> received = received(AsyncApiRules.document(code));
        List<String> found = new ArrayList<>();
        letIn(code.context()).forEach((address, types) -> {
            Set<String> wanted = received.getOrDefault(address, Set.of());
            if (!wanted.equals(types)) {
                found.add(address + " lets in " + types + ", but received is " + wanted);
            }
        });
        return found;
    }

    /** The types in the filter of each queue of the service, by the address on which it hangs. */
    private static Map<String, Set<String>> letIn(String consumer) {
        Map<String, Set<String>> types = new TreeMap<>();
        for (Matcher queue = FILTERED.matcher(configuration()); queue.find(); ) {
            if (queue.group(1).equals(consumer)) {
                Set<String> quoted = new TreeSet<>();
                for (Matcher type = QUOTED.matcher(queue.group(3)); type.find(); ) {
                    quoted.add(type.group(1));
                }
                types.put(queue.group(2) + ".events", quoted);
            }
        }
        return types;
    }

    private static String configuration() {
        try {
            return Files.readString(CONFIGURATION);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Set<String>> received(JsonNode document) {
        Map<String, Set<String>> names = new TreeMap<>();
        document.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("receive")) {
                JsonNode channel = AsyncApiRules.resolve(document, operation.path("channel"));
                JsonNode messages =
                        operation.path("messages").isEmpty() ? channel.path("messages") : operation.path("messages");
                Set<String> types =
                        names.computeIfAbsent(channel.path("address").asText(), first -> new TreeSet<>());
                messages.forEach(message -> types.add(
                        AsyncApiRules.resolve(document, message).path("name").asText()));
            }
        });
        return names;
    }
}
