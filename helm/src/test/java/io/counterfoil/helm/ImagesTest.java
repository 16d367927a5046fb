package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The images: read, because no engine is needed to see what they are made of. */
class ImagesTest {

    static List<String> services() {
        return Charts.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_stands_on_the_public_runtime_with_only_the_features_that_it_names(String service) {
        String dockerfile = dockerfile(service);
        assertThat(Repository.first("ARG LIBERTY=(\\S+)", dockerfile))
                .matches(".*open-liberty:\\d+\\.\\d+\\.\\d+\\.\\d+-kernel-slim-.*");
        assertThat(dockerfile).contains("FROM ${LIBERTY}");
        assertInOrder(
                dockerfile,
                "/config/server.xml",
                "RUN features.sh",
                "target/lib/ ",
                "src/main/resources/db/",
                "target/" + service + ".war",
                "RUN configure.sh",
                "USER 1001");
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_server_is_configured_by_the_very_file_of_the_local_stack(String service) {
        assertThat(dockerfile(service))
                .contains("COPY --chown=1001:0 src/main/liberty/config/server.xml /config/server.xml");
        assertThat(Repository.text("suite/src/main/java/io/counterfoil/suite/stack/ServerFolder.java"))
                .contains("src/main/liberty/config");
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_says_what_it_is_and_how_it_feels(String service) {
        String dockerfile = dockerfile(service);
        assertThat(dockerfile)
                .contains("org.opencontainers.image.title=\"" + service + "\"")
                .contains("org.opencontainers.image.version=\"${VERSION}\"")
                .containsPattern("HEALTHCHECK [\\s\\S]*/health/live");
        String port = Repository.first("(?m)^service:\\s*\\n\\s+port: (\\d+)", values(service));
        assertThat(Repository.first("EXPOSE (\\d+)", dockerfile))
                .isEqualTo(port)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_it_copies_is_all_that_the_engine_is_given(String service) {
        List<String> admitted = Repository.text(service + "/.dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = dockerfile(service)
                .lines()
                .filter(line -> line.startsWith("COPY"))
                .flatMap(ImagesTest::sources)
                .map(source -> source.replaceFirst("/$", ""))
                .distinct()
                .toList();
        assertThat(admitted).containsExactlyInAnyOrderElementsOf(copied);
        assertThat(Repository.text(service + "/.dockerignore")).contains("\n*\n");
    }

    private static Stream<String> sources(String copy) {
        List<String> words = Arrays.stream(copy.split("\\s+"))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return words.subList(1, words.size() - 1).stream();
    }

    private static void assertInOrder(String text, String... parts) {
        assertThat(text).containsSubsequence(parts);
    }

    private static String dockerfile(String service) {
        return Repository.text(service + "/Dockerfile");
    }

    private static String values(String service) {
        return Repository.text("helm/charts/" + service + "/values.yaml");
    }
}
