package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of Open Liberty and of the libraries, parsed once and then shared by all servers: faster starts, less memory.
 * The first start that finds no archive has one server write it at its end.
 */
final class ClassArchive {
    private final Path file;
    private final Part writer;
    private final boolean known;

    ClassArchive(Layout layout, Part writer) {
        this.writer = writer;
        this.file = layout.target().resolve("servers-%s.jsa".formatted(System.getProperty("java.vm.version")));
        this.known = Files.exists(file);
    }

    /**
     * A JVM that can't use the archive goes on without it.
     *
     * @param agent whether the server runs with one: then it can't write the archive, and would refuse to start
     */
    List<String> flags(Part server, boolean agent) {
        if (known) {
            return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        return server == writer && !agent
                ? List.of("-XX:ArchiveClassesAtExit=" + fresh(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of();
    }

    /** Keeps what the server wrote if it ended in order; half an archive is worse than none. */
    void keep(boolean endedInOrder) {
        if (known) {
            return;
        }
        try {
            if (endedInOrder && Files.exists(fresh())) {
                Files.move(fresh(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(fresh());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Part writer() {
        return writer;
    }

    private Path fresh() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
