package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user folder of one server. What did not change is left alone, and with it the server's warm work area. */
record ServerFolder(Layout layout, Part part) {

    Path user() {
        return layout.folder().resolve("servers").resolve(part.label());
    }

    Path server() {
        return user().resolve("servers").resolve(part.label());
    }

    /** The archive that the build made; without it there is nothing to start. */
    Path war() {
        return layout.module(part).resolve("target").resolve(part.label() + ".war");
    }

    void refresh() {
        Path module = layout.module(part);
        if (!Files.exists(war())) {
            throw new CannotStart(
                    CannotStart.FAILED,
                    part.label() + " is not built: " + layout.root().relativize(war()) + " is missing");
        }
        try {
            copy(module.resolve("src/main/liberty/config/server.xml"), server().resolve("server.xml"));
            copy(war(), server().resolve("apps").resolve(part.label() + ".war"));
            mirror(module.resolve("target/lib"), user().resolve("shared/resources/lib"));
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " could not be laid out: " + e.getMessage(), e);
        }
    }

    private static void mirror(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Set<String> wanted = names(from);
        for (String name : wanted) {
            copy(from.resolve(name), to.resolve(name));
        }
        for (String name : names(to)) {
            if (!wanted.contains(name)) {
                Files.delete(to.resolve(name));
            }
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (isSame(from, to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean isSame(Path from, Path to) throws IOException {
        return Files.exists(to)
                && Files.size(from) == Files.size(to)
                && Files.getLastModifiedTime(from).equals(Files.getLastModifiedTime(to));
    }
}
