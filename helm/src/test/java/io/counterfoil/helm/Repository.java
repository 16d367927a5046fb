package io.counterfoil.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files around the charts: workflows, scripts, images, modules. */
final class Repository {
    private static final Path ROOT = Path.of("..");
    private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static List<String> workflows() {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String workflowText(String name) {
        return text(".github/workflows/" + name);
    }

    static JsonNode workflow(String name) {
        return Charts.parse(workflowText(name));
    }

    /** A module's own version, not that of its parent. */
    static String version(String module) {
        return first(
                "<artifactId>" + module + "</artifactId>\\s*<version>([^<]+)</version>", text(module + "/pom.xml"));
    }

    static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
