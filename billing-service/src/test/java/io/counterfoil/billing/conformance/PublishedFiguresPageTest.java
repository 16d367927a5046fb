package io.counterfoil.billing.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.conformance.PublishedCases.PublishedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page that says how each published case is covered says the truth. */
class PublishedFiguresPageTest {
    private static final Path SERVICE = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("billing-service");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]{2}-\\d+) \\| (\\d*) \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final String SECTIONS_OF_BILLING = "123458";

    private record Row(String figures, String story) {}

    private final String page = read(home().resolve("docs/published-figures.md"));
    private final Map<String, Row> rows = new TreeMap<>();

    PublishedFiguresPageTest() {
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.put(row.group(1), new Row(row.group(2), row.group(3)));
        }
    }

    @Test
    void what_is_said_to_be_on_the_page_of_proof_is_there() {
        Map<String, Long> proved = PublishedCases.all().stream()
                .flatMap(published -> published.figures().stream().map(figure -> published.id()))
                .collect(groupingBy(id -> id, TreeMap::new, counting()));
        rows.forEach((id, row) -> assertThat(row.figures())
                .as(id)
                .isEqualTo(proved.containsKey(id) ? String.valueOf(proved.get(id)) : ""));
        Stream<String> ids = PublishedCases.all().stream().map(PublishedCase::id);
        assertThat(ids).allMatch(id -> rows.containsKey(id) || page.contains("page: " + id));
    }

    @Test
    void each_case_is_on_the_page_of_proof_or_has_a_test_that_exists_or_a_reason() {
        String sources = sources();
        rows.forEach((id, row) -> {
            Matcher test = TEST.matcher(row.story());
            if (test.find()) {
                assertThat(sources)
                        .as(id)
                        .contains("class " + test.group(1) + " {")
                        .contains("void " + test.group(2) + "(");
            } else {
                assertThat(row.figures() + row.story().replace("not covered: ", "reason: "))
                        .as(id)
                        .isNotBlank();
            }
        });
    }

    @Test
    void no_case_that_was_collected_is_missing() {
        String fixtures = System.getProperty("counterfoil.fixtures");
        Path collected = fixtures == null
                ? null
                : Path.of(fixtures).resolveSibling("oracles").resolve("oracles.md");
        Assumptions.assumeTrue(collected != null && Files.exists(collected), "the collected figures are not here");
        TreeSet<String> ids = new TreeSet<>();
        for (String section : read(collected).split("\n## ")) {
            if (SECTIONS_OF_BILLING.contains(section.substring(0, 1))) {
                section.lines()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.split("\\|")[1])
                        .flatMap(cell ->
                                Pattern.compile("[A-Z]{2}-\\d+").matcher(cell).results())
                        .forEach(id -> ids.add(id.group()));
            }
        }
        assertThat(ids).hasSizeGreaterThan(60).isEqualTo(rows.keySet());
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(home().resolve("src/test/java"))) {
            List<Path> tests =
                    files.filter(file -> file.toString().endsWith("Test.java")).toList();
            return tests.stream().map(PublishedFiguresPageTest::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path home() {
        return Files.exists(SERVICE) ? SERVICE : Path.of("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
