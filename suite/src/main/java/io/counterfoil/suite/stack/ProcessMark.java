package io.counterfoil.suite.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process known beyond doubt: process ids are given again, together with the time of start they are not. */
public record ProcessMark(long pid, Instant started) {
    /** The kernel counts from the boot, so the start may be told a little differently after the clock was set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle other) {
        Instant start = other.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Asks it to end, and after the patience is over ends it. */
    void end(Duration patience) {
        alive().ifPresent(process -> {
            CompletableFuture<ProcessHandle> exit = process.onExit();
            process.destroy();
            if (!await(exit, patience)) {
                process.destroyForcibly();
                await(exit, Duration.ofSeconds(10));
            }
        });
    }

    static boolean await(CompletableFuture<ProcessHandle> exit, Duration patience) {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
