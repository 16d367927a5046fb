package io.counterfoil.common.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last release is the newest tag, else what the release recorded, unless another folder is named. */
class LastReleaseTest {
    @TempDir
    private Path folder;

    private LetterContracts contracts;

    @BeforeEach
    void a_repository() throws Exception {
        contracts = LetterContracts.in(folder);
        git("init", "--quiet");
    }

    @Test
    void before_the_first_release_nothing_is_promised() throws IOException {
        contracts.change("openapi.yaml", "post:", "put:");
        assertThat(contracts.breaks()).isEmpty();
    }

    @Test
    void the_newest_tag_counts() throws Exception {
        commitAndTag("letter-service/1.9.0");
        contracts.change("openapi.yaml", "maximum: 100", "maximum: 200");
        commitAndTag("letter-service/1.10.0");
        commitAndTag("reader-feed/3.0.0");
        contracts.change("openapi.yaml", "maximum: 200", "maximum: 150");
        assertThat(contracts.breaks()).singleElement().asString().contains("since 1.10.0", "was 200, is 150");
    }

    @Test
    void a_record_newer_than_all_tags_counts() throws Exception {
        commitAndTag("letter-service/1.0.0");
        contracts.change("openapi.yaml", "maximum: 100", "maximum: 200").released("1.1.0");
        contracts.change("openapi.yaml", "maximum: 200", "maximum: 150");
        assertThat(contracts.breaks()).singleElement().asString().contains("since 1.1.0", "was 200, is 150");
    }

    @Test
    void a_record_that_was_altered_after_its_release_is_found() throws Exception {
        contracts.released("1.0.0");
        commitAndTag("letter-service/1.0.0");
        assertThat(Compatibility.of(contracts.module()).forgeries()).isEmpty();
        contracts.change("released/openapi.yaml", "maximum: 100", "maximum: 10");
        assertThat(Compatibility.of(contracts.module()).forgeries())
                .containsExactly("contracts/released differs from the tag of release 1.0.0");
    }

    @Test
    void another_folder_can_be_named() throws IOException {
        Path production = Files.createDirectories(folder.resolve("production"));
        Files.copy(contracts.module().resolve("contracts/openapi.yaml"), production.resolve("openapi.yaml"));
        contracts.change("openapi.yaml", "post:", "put:");
        System.setProperty(LastRelease.BASELINE, production.toString());
        try {
            assertThat(contracts.breaks()).singleElement().asString().contains("POST /v1/letters");
        } finally {
            System.clearProperty(LastRelease.BASELINE);
        }
    }

    private void commitAndTag(String tag) throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", tag);
        git("tag", tag);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Release", "-c", "user.email=release@counterfoil.example", "-C", folder + ""));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as(command.toString()).isZero();
    }
}
