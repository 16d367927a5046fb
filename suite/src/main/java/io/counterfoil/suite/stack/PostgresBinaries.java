package io.counterfoil.suite.stack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them for this kind of machine. */
final class PostgresBinaries {
    private final Path folder;

    PostgresBinaries(Layout layout) {
        this.folder = layout.target().resolve("postgres");
    }

    /** A command that runs one of the programs; PostgreSQL refuses root, who therefore becomes nobody in a user namespace. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    void unpack() {
        Path done = folder.resolve(".unpacked");
        if (Files.exists(done)) {
            return;
        }
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar);
            }
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
        }
    }

    private void write(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("mac") ? "Darwin" : system.contains("win") ? "Windows" : "Linux";
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, System.getProperty("os.arch"));
        if (archive == null) {
            throw new IOException("there is none for " + system + " on " + System.getProperty("os.arch"));
        }
        return archive;
    }
}
