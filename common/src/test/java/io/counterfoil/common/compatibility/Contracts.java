package io.counterfoil.common.compatibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a service promises: its API, and the schemas of its events.
 *
 * @param texts the files by their path below {@code contracts}
 */
record Contracts(Map<String, String> texts) {
    private static final ObjectMapper YAML = new YAMLMapper();

    /** The files that are promises, of all that lie in the folder. */
    static boolean counts(String file) {
        return file.matches("openapi\\.yaml|asyncapi\\.yaml|events/[^/]*\\.schema\\.json");
    }

    static Contracts in(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no contracts in " + folder.toAbsolutePath(), e);
        }
        return new Contracts(texts);
    }

    Tree api() {
        return tree("openapi.yaml");
    }

    Tree messages() {
        return tree("asyncapi.yaml");
    }

    Tree tree(String file) {
        try {
            return texts.containsKey(file) ? Tree.of(YAML.readTree(texts.get(file))) : Tree.nothing();
        } catch (JsonProcessingException e) {
            throw new AssertionError(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
