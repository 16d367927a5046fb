package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the ledger's own code outside its server, on a PostgreSQL of its own: a process with the class path that the build
 * of ledger-service has written down.
 */
public final class LedgerTool {
    private static final String POSTGRES =
            "fsync=on shared_buffers=1GB max_wal_size=4GB work_mem=64MB maintenance_work_mem=256MB";

    private LedgerTool() {}

    /** Its exit code; what it says goes where we speak. */
    public static int run(String main, List<String> arguments, Map<String, String> environment, PrintWriter out) {
        return run("ledger-service", main, arguments, environment, out);
    }

    /** The same for the code of another service whose build writes down its class path. */
    public static int run(
            String service, String main, List<String> arguments, Map<String, String> environment, PrintWriter out) {
        Layout layout = Layout.of("tools");
        out.flush();
        ProcessBuilder process = new ProcessBuilder(command(layout.root(), service, main, arguments)).inheritIO();
        process.environment().putAll(environment);
        try {
            return process.start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart(CannotStart.FAILED, "interrupted");
        }
    }

    private static List<String> command(Path root, String service, String main, List<String> arguments) {
        Path target = root.resolve(service).resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-Dcounterfoil.test.pool=16",
                "-cp",
                String.join(
                        File.pathSeparator,
                        target.resolve("test-classes").toString(),
                        target.resolve("classes").toString(),
                        libraries(service, target.resolve("tools.classpath"))),
                "-Dcounterfoil.test.postgres=" + POSTGRES,
                "-Djava.util.logging.config.file=" + root.resolve("common/src/test/resources/logging.properties"),
                main));
        command.addAll(arguments);
        return command;
    }

    private static String libraries(String service, Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException missing) {
            throw new CannotStart(
                    CannotStart.FAILED, service + " is not built with its tests: mvn -DskipTests package");
        }
    }
}
