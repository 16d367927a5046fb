package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of published cases in the README: complete, and each case that is not excused has the test that it names. */
class PublishedCasesTest {

    /** Journals by period; allocation, modification, deferral; currencies. */
    private static final List<String> PUBLISHED = List.of(
            "ST-01",
            "ST-02",
            "ST-03",
            "ST-04",
            "ST-06",
            "ST-07",
            "ST-09",
            "ST-10",
            "ST-12",
            "ST-15",
            "ST-16",
            "ST-17b",
            "ST-18",
            "ST-20",
            "ST-21",
            "ST-26",
            "MS-01",
            "MS-06",
            "ZU-04b",
            "ZU-08",
            "IF-01",
            "IF-04",
            "IF-06",
            "IF-08",
            "IF-09",
            "OC-01",
            "LG-22",
            "CU-01",
            "CU-02",
            "CU-03",
            "CU-04",
            "CU-05",
            // of the same kind, found elsewhere
            "ST-30",
            "ST-31",
            "ST-32",
            "ST-33",
            "ST-34",
            "EN-01",
            "EN-02",
            "EN-03",
            "EN-04",
            "EN-05",
            "EN-06",
            "OD-01",
            "OD-02",
            "OD-03",
            "OD-04",
            "OC-02",
            "OC-03",
            "OC-04",
            "OC-05",
            "LG-23",
            "LG-24",
            "LY-01",
            "MS-07",
            "IF-10",
            "IF-11",
            "IF-12",
            "IF-13");

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]{2}-\\d{2}[a-z]?) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w*)#(\\w+)`");

    @Test
    void every_published_case_is_tested_or_excused() throws IOException {
        Map<String, String> table = table();

        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(PUBLISHED);
        Map<String, String> sources = sources();
        table.forEach((id, test) -> {
            if (!test.startsWith("excused: ")) {
                Matcher named = NAMED.matcher(test);
                String type = null;
                assertThat(named.find()).as(id).isTrue();
                do {
                    type = named.group(1).isEmpty() ? type : named.group(1);
                    assertThat(sources).as(id).containsKey(type);
                    assertThat(sources.get(type).contains("void " + named.group(2) + "("))
                            .as(id + " " + named.group())
                            .isTrue();
                } while (named.find());
            }
        });
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(3).strip());
            }
        }
        return rows;
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
