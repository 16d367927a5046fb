package io.counterfoil.suite.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for Java processes that start fast and stay small. */
final class JavaCommand {
    /**
     * One compiler and one collector thread: on two cores that halves the start of ten processes. Class archives stay where
     * they were written, so that their pages are shared between processes instead of being relocated in each.
     */
    private static final List<String> LEAN = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8");

    private JavaCommand() {}

    static List<String> of(Part part, List<String> flags, String... program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dcounterfoil.part=" + part.label());
        command.addAll(LEAN);
        command.addAll(flags);
        command.addAll(List.of(program));
        return command;
    }

    /** For the environment, where it doesn't hide the rest of the command line. */
    static String classPath(Layout layout) {
        Path library = layout.target().resolve("lib");
        Path classes = layout.target().resolve("classes");
        return Files.isDirectory(library) && Files.isDirectory(classes)
                ? classes + File.pathSeparator + library.resolve("*")
                : System.getProperty("java.class.path");
    }
}
