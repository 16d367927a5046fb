package io.counterfoil.suite.chaos.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent says nothing of a rule whose class or method is gone: then a run would plant nothing and find nothing wrong. */
class RulesTest {
    private static final Pattern RULE = Pattern.compile("CLASS (\\S+)\\s+METHOD (\\w+)");
    private static final Pattern STATEMENT = Pattern.compile("\\$1\\.startsWith\\(\"([^\"]+)\"\\)");

    private record Planted(String name, Part server, String rules) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Planted> planted() {
        Stream<Planted> crashes = Step.all().stream().flatMap(step -> Stream.of(Moment.values())
                .map(moment -> new Planted(step.name() + ", " + moment.words(), step.server(), step.rule(moment, 1))));
        Stream<Planted> defects =
                Defect.all().stream().map(defect -> new Planted(defect.name(), defect.server(), defect.rules()));
        return Stream.concat(crashes, defects);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void what_a_rule_names_is_there(Planted planted) {
        Matcher rule = RULE.matcher(planted.rules());
        while (rule.find()) {
            String type = rule.group(1).replaceAll("\\$.*", "");
            assertThat(source(planted.server(), type)).as(type).contains(rule.group(2));
        }
        Matcher statement = STATEMENT.matcher(planted.rules());
        while (statement.find()) {
            assertThat(sources(planted.server()))
                    .as("a statement of " + planted.server())
                    .anyMatch(source -> source.contains(statement.group(1)));
        }
    }

    private static String source(Part server, String type) {
        String file = "src/main/java/" + type.replace('.', '/') + ".java";
        Path own = Layout.of("none").module(server).resolve(file);
        return read(
                Files.exists(own)
                        ? own
                        : Layout.of("none").root().resolve("common").resolve(file));
    }

    private static Stream<String> sources(Part server) {
        Layout layout = Layout.of("none");
        return Stream.of(layout.module(server), layout.root().resolve("common"))
                .map(module -> module.resolve("src/main/java"))
                .flatMap(RulesTest::files)
                .map(RulesTest::read);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
