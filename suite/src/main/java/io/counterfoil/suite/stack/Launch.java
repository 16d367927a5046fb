package io.counterfoil.suite.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How one process is started, and how it is seen to be ready.
 *
 * @param prepare what must be done on disk before
 * @param settle what must be done when it is ready for the first time after a start
 */
record Launch(
        Part part,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Duration deadline,
        BooleanSupplier ready,
        Runnable prepare,
        Runnable settle) {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "SYSTEMROOT");

    /** The same with more variables. */
    Launch with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Launch(part, command, all, directory, log, deadline, ready, prepare, settle);
    }

    Process start() {
        prepare.run();
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession())
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Ctrl-C goes to the terminal's whole process group; in a session of its own a part waits for the launcher's order. */
    private List<String> inOwnSession() {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of(SETSID.toString()));
        wrapped.addAll(command);
        return wrapped;
    }
}
