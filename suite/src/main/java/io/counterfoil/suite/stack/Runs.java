package io.counterfoil.suite.stack;

import io.counterfoil.suite.clock.BusinessTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of this checkout: those that live, and what is left of those whose launcher has died. */
public final class Runs {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    private Runs() {}

    /** Ends what crashed launchers left behind; returns a line for each run that needed it. */
    public static List<String> sweep(Layout layout) {
        List<String> lines = new ArrayList<>();
        for (Layout run : all(layout)) {
            RunLock.take(run).ifPresent(lock -> {
                try (lock) {
                    endLeftovers(run).ifPresent(lines::add);
                }
            });
        }
        return lines;
    }

    /** The caller holds the run's lock: its former launcher is dead, so whatever still lives has no master. */
    static Optional<String> endLeftovers(Layout run) {
        Optional<RunState> state = RunState.load(run);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        List<ProcessMark> orphans = state.get().parts().values().stream()
                .filter(mark -> mark.alive().isPresent())
                .toList();
        orphans.forEach(orphan -> orphan.alive().ifPresent(ProcessHandle::destroy));
        orphans.forEach(orphan -> orphan.end(PATIENCE));
        RunState.forget(run);
        return orphans.isEmpty()
                ? Optional.empty()
                : Optional.of("ended %d processes of '%s' whose launcher (pid %d) had died"
                        .formatted(
                                orphans.size(),
                                run.run(),
                                state.get().launcher().pid()));
    }

    /** The runs whose launcher lives, those of tests not among them. */
    public static List<RunState> live(Layout layout) {
        return all(layout).stream()
                .filter(run -> !run.run().startsWith(StackOptions.TEST_RUN))
                .map(RunState::load)
                .flatMap(Optional::stream)
                .filter(RunState::isLauncherAlive)
                .toList();
    }

    /** The one run that a command without a name means. */
    public static RunState theLive(Layout layout) {
        return live(layout).stream()
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        CannotStart.NOT_RUNNING, "nothing is running here: start it with ./counterfoil up"));
    }

    /** What a client needs to talk to a live run. */
    public static Access access(Layout layout, RunState state) {
        Layout run = new Layout(layout.root(), state.run());
        return new Access(new Ports(state.ports()), Secrets.load(run.secrets()));
    }

    /** The business clock of the servers that a live run has. */
    public static BusinessTime time(Layout layout, RunState state) {
        return new BusinessTime(access(layout, state), state.servers());
    }

    /** Asks the launcher to stop everything, and sees to it. */
    public static void stop(Layout layout, RunState state) {
        state.launcher().end(STOP_PATIENCE);
        sweep(layout);
    }

    private static List<Layout> all(Layout layout) {
        if (!Files.isDirectory(layout.runs())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(layout.runs())) {
            return folders.filter(Files::isDirectory)
                    .map(folder ->
                            new Layout(layout.root(), folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
