package io.counterfoil.suite.stack;

import io.counterfoil.suite.broker.Queues;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.clock.BusinessTime;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A running Counterfoil: started as a whole, then each process may be killed, stopped and started again. Closing it leaves
 * nothing behind.
 */
public final class Stack implements AutoCloseable {
    private final StackOptions options;
    private final Access access;
    private final Crew crew;
    private final Map<Part, Launch> launches;
    private final RunLock lock;
    private final ClassArchive archive;

    private Stack(StackOptions options, Access access, Progress progress, RunLock lock) {
        this.options = options;
        this.access = access;
        this.lock = lock;
        this.archive = new ClassArchive(
                options.layout(), servers().stream().findFirst().orElse(Part.ORDER));
        this.launches = launches(options, access, archive);
        this.crew = new Crew(options.layout(), RunState.begin(options.layout(), access.ports()), progress);
    }

    /** Starts what the options name and returns when all of it is ready; on a failure nothing is left running. */
    public static Stack start(StackOptions options, Progress progress) {
        return start(options, progress, stack -> {});
    }

    /** The same; the stack is handed out before its first process starts, for a shutdown hook. */
    public static Stack start(StackOptions options, Progress progress, Consumer<Stack> early) {
        Layout layout = options.layout();
        RunLock lock = RunLock.take(layout)
                .orElseThrow(() -> new CannotStart(
                        CannotStart.ALREADY_RUNNING,
                        "'" + layout.run() + "' is running already: stop it with ./counterfoil down"));
        try {
            Runs.endLeftovers(layout).ifPresent(progress::note);
            options.ports().requireFree();
            if (options.fresh()) {
                Folders.delete(layout.folder().resolve("data"));
            }
            Folders.delete(layout.folder().resolve("logs"));
            Stack stack =
                    new Stack(options, new Access(options.ports(), Secrets.ready(layout.secrets())), progress, lock);
            early.accept(stack);
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void startAll() {
        try {
            for (List<Part> together :
                    List.of(List.of(Part.POSTGRES, Part.BROKER, Part.ISSUER, Part.TWINS), Part.servers())) {
                crew.start(together.stream()
                        .filter(options.parts()::contains)
                        .map(launches::get)
                        .toList());
            }
        } catch (RuntimeException e) {
            crew.stopAll();
            throw e;
        }
    }

    private static Map<Part, Launch> launches(StackOptions options, Access access, ClassArchive archive) {
        Layout layout = options.layout();
        ServerLaunch servers = new ServerLaunch(layout, access, archive, options.environment(), options.rig());
        Map<Part, Launch> launches = new EnumMap<>(Part.class);
        launches.put(
                Part.POSTGRES, new PostgresLaunch(layout, access.ports(), access.secrets(), options.rig()).launch());
        launches.put(Part.BROKER, BrokerLaunch.launch(layout, access, options.environment(), options.rig()));
        launches.put(Part.ISSUER, IssuerLaunch.launch(layout, access));
        launches.put(Part.TWINS, TwinsLaunch.launch(layout, access, options.environment(), options.rig()));
        Part.servers().forEach(server -> launches.put(server, servers.launch(server)));
        return launches;
    }

    /** {@code kill -9}. Returns when the process is gone. */
    public void kill(Part part) {
        crew.kill(part);
    }

    /** {@code SIGSTOP}, to the process and all that it has started: it is there and does nothing. */
    public void pause(Part part) {
        crew.signal(part, "STOP");
    }

    /** {@code SIGCONT}: it goes on where it was. */
    public void resume(Part part) {
        crew.signal(part, "CONT");
    }

    /** Asks it to end, waits until it has. */
    public void stop(Part part) {
        crew.stop(part);
    }

    /** Starts it again and waits until it is ready. */
    public void start(Part part) {
        crew.start(List.of(launches.get(part)));
    }

    /** Starts it again with other variables than usual. */
    public void start(Part part, Map<String, String> more) {
        crew.start(List.of(launches.get(part).with(more)));
    }

    /** A second one of each server, beside the first: the same databases, the same broker, ports of their own. */
    public Replicas replicas() {
        return Replicas.beside(options, access, archive, crew.progress());
    }

    /** Starts several again at once and waits until all are ready. */
    public void start(List<Part> parts) {
        crew.start(parts.stream().map(launches::get).toList());
    }

    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /** The servers that belong to this stack. */
    public List<Part> servers() {
        return Part.servers().stream().filter(options.parts()::contains).toList();
    }

    public boolean isAnyAlive() {
        return options.parts().stream().anyMatch(crew::isAlive);
    }

    public boolean isAlive(Part part) {
        return crew.isAlive(part);
    }

    /** The parts that belong to this stack and don't run, whoever ended them. */
    public List<Part> dead() {
        return options.parts().stream()
                .filter(part -> !crew.isAlive(part))
                .sorted()
                .toList();
    }

    /** The parts that were started and have ended without being asked. */
    public List<Part> fallen() {
        return crew.fallen();
    }

    /** How much processor time the process and its children have had since they began. */
    public Duration processorTime(Part part) {
        return crew.processorTime(part);
    }

    public Duration startUpTime() {
        return crew.startUpTime();
    }

    /** Bytes of all processes together, the launcher not among them; 0 where the system doesn't tell. */
    public long memory() {
        return crew.memory();
    }

    /** Bytes of one process. */
    public long memory(Part part) {
        return crew.memory(part);
    }

    public Access access() {
        return access;
    }

    public URI url(Endpoint endpoint) {
        return access.url(endpoint);
    }

    public Api anonymous(Endpoint endpoint) {
        return access.anonymous(endpoint);
    }

    public Api client(Endpoint endpoint, String role) {
        return access.client(endpoint, role);
    }

    public Api client(Endpoint endpoint, String role, String subject) {
        return access.client(endpoint, role, subject);
    }

    public BusinessTime time() {
        return access.time();
    }

    /** The business clock of one service, for a stack without the others. */
    public BusinessTime time(Part service) {
        return access.time(service);
    }

    public Queues queues() {
        return access.queues();
    }

    public Connection database(Part server) throws SQLException {
        return access.database(server);
    }

    public Layout layout() {
        return options.layout();
    }

    public Path log(Part part) {
        return options.layout().log(part);
    }

    public boolean isClosed() {
        return crew.isClosed();
    }

    @Override
    public void close() {
        crew.stopAll();
        archive.keep(crew.endedInOrder(archive.writer()));
        lock.close();
    }
}
