package io.counterfoil.common.compatibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an {@code asyncapi.yaml} sends and receives, by the type of the event. */
public final class Messages {
    private static final String ANY = ".events/*";

    /** Where it goes, and the file of its schema. */
    record Message(String address, String schema) {}

    private Messages() {}

    /** The types of the events that the service with these contracts sends. */
    public static Set<String> sentBy(Path contracts) {
        return sent(Contracts.in(contracts).messages()).keySet();
    }

    /** The types of the events that it receives; {@code billing.events/*} for all that come from an address. */
    public static Set<String> receivedBy(Path contracts) {
        return received(Contracts.in(contracts).messages()).keySet();
    }

    static Map<String, Message> sent(Tree document) {
        return of(document, "send");
    }

    /** A message without a name means every type on its address, and is listed as {@code billing.events/*}. */
    static Map<String, Message> received(Tree document) {
        return of(document, "receive");
    }

    /** Whether what is received, as listed above, includes this type. */
    static boolean includes(Collection<String> received, String type) {
        String context = type.replaceFirst("^io\\.counterfoil\\.([a-z-]+)\\..*$", "$1");
        return received.contains(type) || received.contains(context + ANY);
    }

    /** {@code …issued.v2} comes after {@code …issued.v1}. */
    static boolean isSuccessor(String type, String other) {
        String stem = type.replaceFirst("\\.v\\d+$", ".v");
        return other.startsWith(stem)
                && other.substring(stem.length()).matches("\\d+")
                && Integer.parseInt(other.substring(stem.length())) > Integer.parseInt(type.substring(stem.length()));
    }

    private static Map<String, Message> of(Tree document, String action) {
        Map<String, Message> found = new TreeMap<>();
        document.at("operations").elements().stream()
                .filter(operation -> operation.at("action").text().equals(action))
                .forEach(operation -> messages(operation)
                        .forEach(message -> found.put(
                                name(operation, message),
                                new Message(
                                        operation.at("channel").at("address").text(),
                                        message.at("payload")
                                                .at("schema")
                                                .node()
                                                .path("$ref")
                                                .asText()))));
        return found;
    }

    private static String name(Tree operation, Tree message) {
        String context = operation.at("channel").at("address").text().replaceFirst("\\.events$", "");
        return message.has("name") ? message.at("name").text() : context + ANY;
    }

    /** An operation that names no messages means all of its channel. */
    private static List<Tree> messages(Tree operation) {
        if (operation.has("messages")) {
            return operation.at("messages").elements();
        }
        Tree channel = operation.at("channel").at("messages");
        List<Tree> all = new ArrayList<>();
        channel.fields().forEach(name -> all.add(channel.at(name)));
        return all;
    }
}
