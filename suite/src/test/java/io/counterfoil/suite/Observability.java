package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files in {@code docs/observability} and {@code docs/runbooks}. */
final class Observability {
    private static final Path DOCS = Layout.of(StackOptions.TEST_RUN).root().resolve("docs");
    private static final Pattern METRIC = Pattern.compile("counterfoil_[a-z_]+");

    private Observability() {}

    static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        read(DOCS.resolve("observability/alerts.yml")).path("groups").forEach(group -> group.path("rules")
                .forEach(alerts::add));
        return alerts;
    }

    static List<JsonNode> dashboards() {
        return files(DOCS.resolve("observability/dashboards"), ".json").stream()
                .map(Observability::read)
                .toList();
    }

    /** Name and text of each page. */
    static List<Path> runbooks() {
        return files(DOCS.resolve("runbooks"), ".md").stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path index() {
        return DOCS.resolve("runbooks/README.md");
    }

    static Set<String> metricsOfAlerts() {
        return metrics(alerts().stream().map(alert -> alert.path("expr").asText()));
    }

    static Set<String> metricsOfDashboards() {
        return metrics(dashboards().stream().flatMap(board -> board.findValuesAsText("expr").stream()));
    }

    static Set<String> metrics(Stream<String> expressions) {
        return expressions
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
