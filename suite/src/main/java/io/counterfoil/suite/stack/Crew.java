package io.counterfoil.suite.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of one stack: starts, watches and ends them by their ids, and writes down what runs before going on. */
final class Crew {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 150;

    private final Layout layout;
    private final Progress progress;
    private final Map<Part, Process> processes = new EnumMap<>(Part.class);
    private final Set<Part> wanted = EnumSet.noneOf(Part.class);
    private final Set<Part> ended = EnumSet.noneOf(Part.class);
    private final long began = System.nanoTime();
    private RunState state;
    private Duration startUpTime = Duration.ZERO;
    private boolean closed;

    Crew(Layout layout, RunState state, Progress progress) {
        this.layout = layout;
        this.state = state;
        this.progress = progress;
        state.save(layout);
    }

    Progress progress() {
        return progress;
    }

    /** Starts all of these at once and waits until each is ready. */
    void start(List<Launch> launches) {
        progress.starting(launches.stream().map(Launch::part).toList());
        List<Pending> pending = new ArrayList<>();
        for (Launch launch : launches) {
            long before = System.nanoTime();
            pending.add(new Pending(launch, spawn(launch), before));
        }
        long told = System.nanoTime();
        while (!pending.isEmpty()) {
            pending.removeIf(this::isDone);
            if (!pending.isEmpty() && since(told).compareTo(TELL_EVERY) > 0) {
                told = System.nanoTime();
                tell(pending);
            }
            pause();
        }
        startUpTime = since(began);
    }

    /** A server stays up when its application did not start; nobody need wait for that one. */
    private void tell(List<Pending> pending) {
        for (Pending one : pending) {
            if (one.launch().part().isServer()
                    && LogTail.tellsOfFailedStart(one.launch().log())) {
                throw failed(one.launch(), "could not start its application");
            }
        }
        String names = pending.stream().map(one -> one.launch().part().label()).collect(Collectors.joining(", "));
        progress.note("  after %d s still waiting for %s".formatted(since(began).toSeconds(), names));
    }

    private record Pending(Launch launch, Process process, long began) {}

    private synchronized Process spawn(Launch launch) {
        requireOpen();
        Process process = launch.start();
        processes.put(launch.part(), process);
        wanted.add(launch.part());
        ended.remove(launch.part());
        state = state.with(launch.part(), ProcessMark.of(process.toHandle()));
        state.save(layout);
        return process;
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new CannotStart(CannotStart.INTERRUPTED, "stopped while starting");
        }
    }

    private boolean isDone(Pending pending) {
        requireOpen();
        Part part = pending.launch().part();
        Duration waited = since(pending.began());
        if (!pending.process().isAlive()) {
            throw failed(
                    pending.launch(),
                    "ended with exit code " + pending.process().exitValue());
        }
        if (waited.compareTo(pending.launch().deadline()) > 0) {
            throw failed(pending.launch(), "was not ready after " + waited.toSeconds() + " s");
        }
        if (!pending.launch().ready().getAsBoolean()) {
            return false;
        }
        pending.launch().settle().run();
        progress.ready(part, since(pending.began()));
        return true;
    }

    private static CannotStart failed(Launch launch, String how) {
        String tail = String.join("\n    ", LogTail.of(launch.log()));
        String hint = tail.contains("checksum mismatch")
                ? "\n  its database was made by another version: --fresh begins with an empty one"
                : "";
        return new CannotStart(
                CannotStart.FAILED,
                "%s %s; from its log:\n    %s%s\n  the whole log: %s"
                        .formatted(launch.part().label(), how, tail, hint, launch.log()));
    }

    synchronized void kill(Part part) {
        wanted.remove(part);
        Process process = processes.get(part);
        process.destroyForcibly();
        ProcessMark.await(process.toHandle().onExit(), PATIENCE);
        forget(part);
    }

    synchronized void signal(Part part, String signal) {
        Process process = processes.get(part);
        Signals.send(signal, process.pid());
        process.descendants().forEach(child -> Signals.send(signal, child.pid()));
    }

    synchronized void stop(Part part) {
        wanted.remove(part);
        end(List.of(part));
    }

    /** The servers first and together, then what they lean on. */
    synchronized void stopAll() {
        closed = true;
        wanted.clear();
        end(Part.servers());
        end(List.of(Part.TWINS, Part.ISSUER, Part.BROKER));
        end(List.of(Part.POSTGRES));
        RunState.forget(layout);
    }

    /** It was asked and ended by itself. */
    synchronized boolean endedInOrder(Part part) {
        return ended.contains(part);
    }

    private void end(List<Part> parts) {
        List<Part> alive = parts.stream().filter(this::isAlive).toList();
        alive.forEach(this::ask);
        for (Part part : alive) {
            ProcessHandle process = processes.get(part).toHandle();
            if (ProcessMark.await(process.onExit(), PATIENCE)) {
                ended.add(part);
            } else {
                process.destroyForcibly();
                ProcessMark.await(process.onExit(), PATIENCE);
            }
            forget(part);
        }
    }

    /** PostgreSQL takes the usual signal as "when the last client has gone", and the interrupt as "now, in order". */
    private void ask(Part part) {
        Process process = processes.get(part);
        if (part == Part.POSTGRES) {
            Signals.interrupt(process.pid());
        } else {
            process.destroy();
        }
    }

    private void forget(Part part) {
        state = state.without(part);
        state.save(layout);
    }

    synchronized boolean isAlive(Part part) {
        return processes.containsKey(part) && processes.get(part).isAlive();
    }

    synchronized List<Part> fallen() {
        return wanted.stream().filter(part -> !isAlive(part)).toList();
    }

    synchronized long memory() {
        return processes.values().stream()
                .filter(Process::isAlive)
                .mapToLong(process -> Memory.of(process.toHandle()))
                .sum();
    }

    synchronized long memory(Part part) {
        return isAlive(part) ? Memory.of(processes.get(part).toHandle()) : 0;
    }

    synchronized Duration processorTime(Part part) {
        return isAlive(part) ? ProcessorTime.of(processes.get(part).toHandle()) : Duration.ZERO;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    Duration startUpTime() {
        return startUpTime;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
