package io.counterfoil.common.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contracts of a service's last release: those of its newest tag {@code <service>/<version>}, or those that the release
 * recorded in {@code contracts/released}, where there is no such tag (a shallow clone, an archive without history).
 */
record LastRelease(String version, Contracts contracts) {
    /** Names another folder to compare with: the contracts of what runs in production, for one. */
    static final String BASELINE = "counterfoil.contracts.baseline";

    static Optional<LastRelease> of(Path module) {
        String given = System.getProperty(BASELINE, "");
        if (!given.isEmpty()) {
            return Optional.of(new LastRelease(given, Contracts.in(Path.of(given))));
        }
        Optional<LastRelease> tagged = ReleaseTags.of(module).last();
        return Stream.of(tagged, recorded(module))
                .flatMap(Optional::stream)
                .reduce((tag, record) -> Version.isNewer(record.version(), tag.version()) ? record : tag);
    }

    /** What the release step wrote down. */
    static Optional<LastRelease> recorded(Path module) {
        Path folder = module.resolve("contracts/released");
        Path version = folder.resolve("VERSION");
        if (!Files.isRegularFile(version)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LastRelease(Files.readString(version).strip(), Contracts.in(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
