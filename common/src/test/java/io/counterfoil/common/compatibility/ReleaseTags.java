package io.counterfoil.common.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The tags {@code <service>/<version>} that git knows; none where there is no git and no repository. */
final class ReleaseTags {
    private static final Logger LOG = Logger.getLogger(ReleaseTags.class.getName());

    private final Path module;
    private final String service;

    private ReleaseTags(Path module) {
        this.module = module.toAbsolutePath().normalize();
        this.service = this.module.getFileName().toString();
    }

    static ReleaseTags of(Path module) {
        return new ReleaseTags(module);
    }

    Optional<LastRelease> last() {
        return git("tag", "--list", service + "/*")
                .lines()
                .map(tag -> tag.substring(service.length() + 1))
                .filter(version -> version.matches("\\d+(\\.\\d+)*"))
                .max((one, other) -> Arrays.compare(Version.numbers(one), Version.numbers(other)))
                .map(this::at);
    }

    Optional<LastRelease> at(Optional<String> version) {
        return version.filter(
                        wanted -> !git("tag", "--list", service + "/" + wanted).isBlank())
                .map(this::at);
    }

    private LastRelease at(String version) {
        String tag = service + "/" + version;
        Map<String, String> texts = new TreeMap<>();
        git("ls-tree", "-r", "--name-only", tag, "contracts").lines().forEach(file -> {
            String name = file.substring("contracts/".length());
            if (Contracts.counts(name)) {
                texts.put(name, git("show", tag + ":./" + file));
            }
        });
        return new LastRelease(version, new Contracts(texts));
    }

    /** Its output; nothing when it fails. */
    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", module.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output : "";
        } catch (IOException e) {
            LOG.log(Level.FINE, "no git here: the recorded release is what counts", e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
