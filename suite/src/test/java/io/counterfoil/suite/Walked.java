package io.counterfoil.suite;

import io.counterfoil.common.testing.OpenApiAnswers;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which operations of the contracts were seen, with which statuses, by all system tests together. */
final class Walked {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final Map<Part, OpenApiAnswers> CONTRACTS = new EnumMap<>(Part.class);

    private Walked() {}

    /** Notes every answer that one of the five servers gives from now on. */
    static void begin(Stack stack) {
        Map<Integer, Part> servers = new ConcurrentHashMap<>();
        for (Part server : Part.servers()) {
            servers.put(stack.url(server.endpoint()).getPort(), server);
            CONTRACTS.put(server, OpenApiAnswers.of(Contract.file(server)));
        }
        Api.listen(reply -> {
            Part server = servers.get(reply.uri().getPort());
            if (server != null) {
                note(server, reply);
            }
        });
    }

    private static void note(Part server, Reply reply) {
        CONTRACTS
                .get(server)
                .operation(reply.method(), reply.uri().getRawPath())
                .ifPresent(operation -> SEEN.add(step(server, operation, String.valueOf(reply.status()))));
    }

    static String step(Part server, String operation, String status) {
        return server.label() + " " + operation + " " + status;
    }

    /** What the contracts say and nobody has seen, as {@code billing-service GET /v1/invoices 200}. */
    static List<String> missing(Part server) {
        List<String> found = new ArrayList<>();
        CONTRACTS.get(server).statuses().forEach((operation, statuses) -> statuses.stream()
                .filter(status -> !isSeen(server, operation, status, statuses))
                .map(status -> step(server, operation, status))
                .forEach(found::add));
        return found;
    }

    /** {@code default} stands for every status that has no line of its own. */
    private static boolean isSeen(Part server, String operation, String status, Set<String> documented) {
        String prefix = step(server, operation, "");
        return status.equals("default")
                ? SEEN.stream()
                        .filter(step -> step.startsWith(prefix))
                        .anyMatch(step -> !documented.contains(step.substring(prefix.length())))
                : SEEN.contains(prefix + status);
    }
}
