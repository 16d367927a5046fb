package io.counterfoil.common.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an {@code asyncapi.yaml} sends and receives, by the type of the event. */
final class Messages {

    /** Where it goes, and the file of its schema. */
    record Message(String address, String schema) {}

    private Messages() {}

    static Map<String, Message> sent(Tree document) {
        return of(document, "send");
    }

    static Map<String, Message> received(Tree document) {
        return of(document, "receive");
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
                                message.at("name").text(),
                                new Message(
                                        operation.at("channel").at("address").text(),
                                        message.at("payload")
                                                .at("schema")
                                                .node()
                                                .path("$ref")
                                                .asText()))));
        return found;
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
