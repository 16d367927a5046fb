package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a service's {@code catalog-info.yaml} says: the component and the APIs that it provides. */
record Catalogue(Path folder, List<JsonNode> entities) {

    static Catalogue of(Part server) {
        Path folder = Layout.of(StackOptions.TEST_RUN).module(server);
        try (MappingIterator<JsonNode> documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .readValues(folder.resolve("catalog-info.yaml").toFile())) {
            return new Catalogue(folder, documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode component() {
        return only("Component", "service");
    }

    /** The API of this type: {@code openapi} or {@code asyncapi}. */
    JsonNode api(String type) {
        return only("API", type);
    }

    /** The file that defines the API. */
    Path definition(String type) {
        return folder.resolve(api(type).at("/spec/definition/$text").asText()).normalize();
    }

    String annotation(String name) {
        return component()
                .path("metadata")
                .path("annotations")
                .path("counterfoil.example/" + name)
                .asText();
    }

    static Set<String> texts(JsonNode array) {
        Set<String> found = new TreeSet<>();
        array.forEach(one -> found.add(one.asText()));
        return found;
    }

    private JsonNode only(String kind, String type) {
        List<JsonNode> found = entities.stream()
                .filter(entity -> entity.path("kind").asText().equals(kind))
                .filter(entity -> entity.at("/spec/type").asText().equals(type))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(folder + "/catalog-info.yaml has " + found.size() + " of " + kind + " " + type);
        }
        return found.get(0);
    }
}
