package io.counterfoil.common.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A repository of two small services in a folder of its own: one that offers letters, one that reads them. */
record LetterContracts(Path root) {
    private static final Path SAMPLE = Path.of("src/test/resources/samples/released");

    static LetterContracts in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new LetterContracts(root);
    }

    Path module() {
        return root.resolve("letter-service");
    }

    /** Does what the release step does: keeps the contracts as they are now. */
    LetterContracts released(String version) throws IOException {
        Path released = module().resolve("contracts/released");
        Contracts now = Contracts.in(module().resolve("contracts"));
        for (var file : now.texts().entrySet()) {
            Path copy = released.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        Files.writeString(released.resolve("VERSION"), version + "\n");
        return this;
    }

    LetterContracts change(String file, String was, String is) throws IOException {
        Path path = module().resolve("contracts").resolve(file);
        String text = Files.readString(path);
        if (!text.contains(was)) {
            throw new IllegalArgumentException(file + " has no " + was);
        }
        Files.writeString(path, text.replace(was, is));
        return this;
    }

    void remove(String file) throws IOException {
        Files.delete(module().resolve("contracts").resolve(file));
    }

    List<String> breaks() {
        return Compatibility.of(module()).breaks();
    }
}
