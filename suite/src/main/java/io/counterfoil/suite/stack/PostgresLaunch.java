package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL with one database and one user per service, and with nothing switched off that durability needs. */
final class PostgresLaunch {
    /** Five pools of twenty, and room for migrations, tests and people. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=localhost",
            "unix_socket_directories=",
            "max_connections=160",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "timezone=UTC",
            "jit=off",
            "log_line_prefix=%m [%p] %u@%d ");

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final PostgresBinaries binaries;
    private final Rig rig;

    PostgresLaunch(Layout layout, Ports ports, Secrets secrets, Rig rig) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
        this.rig = rig;
        this.binaries = new PostgresBinaries(layout);
    }

    Launch launch() {
        Databases databases = new Databases(ports.of(Endpoint.POSTGRES), secrets);
        return new Launch(
                Part.POSTGRES,
                binaries.command("postgres", arguments()),
                Map.of("LC_ALL", "C"),
                layout.folder(),
                layout.log(Part.POSTGRES),
                Duration.ofSeconds(60),
                databases::answer,
                this::prepare,
                databases::create);
    }

    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", data().toString(), "-p", String.valueOf(ports.of(Endpoint.POSTGRES))));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        rig.postgresSettings().forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private void prepare() {
        binaries.unpack();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
    }

    private void initialise() {
        try {
            Files.createDirectories(data().getParent());
            Path password = Files.createTempFile(layout.secrets(), "postgres", ".password");
            Files.writeString(password, secrets.of("database.postgres"));
            List<String> command = binaries.command(
                    "initdb",
                    List.of(
                            "-D",
                            data().toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile",
                            password.toString(),
                            "-E",
                            "UTF8",
                            "--no-locale",
                            "--no-instructions"));
            run(command);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = layout.log(Part.POSTGRES);
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            if (builder.start().waitFor() != 0) {
                throw new CannotStart(
                        CannotStart.FAILED, "PostgreSQL's initdb failed: " + LogTail.of(log) + " (" + log + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the database cluster", e);
        }
    }

    private Path data() {
        return layout.data(Part.POSTGRES);
    }
}
