package io.counterfoil.common.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A node of a document; references inside of the document lead on by themselves. */
record Tree(JsonNode root, JsonNode node) {

    static Tree of(JsonNode document) {
        return new Tree(document, document);
    }

    static Tree nothing() {
        return of(MissingNode.getInstance());
    }

    Tree at(String field) {
        return new Tree(root, resolved().path(field));
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    boolean has(String field) {
        return resolved().has(field);
    }

    String text() {
        return resolved().asText();
    }

    boolean isTrue(String field) {
        return resolved().path(field).asBoolean();
    }

    Set<String> fields() {
        Set<String> names = new TreeSet<>();
        resolved().fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<Tree> elements() {
        List<Tree> found = new ArrayList<>();
        resolved().forEach(element -> found.add(new Tree(root, element)));
        return found;
    }

    Set<String> texts() {
        Set<String> found = new TreeSet<>();
        resolved().forEach(element -> found.add(element.asText()));
        return found;
    }

    /** Where the reference leads that this node is; empty when it is none. */
    String reference() {
        return node.path("$ref").asText();
    }

    /** The node itself, or what its reference points to. */
    JsonNode resolved() {
        JsonNode at = node;
        while (at.path("$ref").asText().startsWith("#/")) {
            at = root.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** A schema with what it refers to and all of its {@code allOf} in one object. */
    Tree schema() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        collect(this, whole);
        return new Tree(root, whole);
    }

    private static void collect(Tree part, ObjectNode whole) {
        if (part.node.path("$ref").asText().startsWith("#/")) {
            collect(new Tree(part.root, part.root.at(part.reference().substring(1))), whole);
        }
        part.node.path("allOf").forEach(one -> collect(new Tree(part.root, one), whole));
        part.node.properties().forEach(field -> {
            switch (field.getKey()) {
                case "$ref", "allOf" -> {}
                case "properties" -> whole.withObject("/properties").setAll((ObjectNode) field.getValue());
                case "required" -> field.getValue().forEach(whole.withArray("/required")::add);
                default -> whole.set(field.getKey(), field.getValue());
            }
        });
    }
}
