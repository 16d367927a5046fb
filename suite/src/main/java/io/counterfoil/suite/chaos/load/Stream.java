package io.counterfoil.suite.chaos.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deals at a steady rate, and payments of those that have their invoice; nobody waits for anybody. */
public final class Stream implements AutoCloseable {
    private static final int CALLERS = 24;
    private static final long LAST_ANSWERS_SECONDS = 240;
    private static final long MICROS = 1_000_000;

    private final Workload workload;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final Queue<Deal> unpaid = new ConcurrentLinkedQueue<>();

    private Stream(Workload workload) {
        this.workload = workload;
    }

    /** Begins at once and goes on until it is closed. */
    public static Stream of(Workload workload, int perSecond) {
        Stream stream = new Stream(workload);
        stream.clock.scheduleAtFixedRate(stream::next, 0, MICROS / perSecond, TimeUnit.MICROSECONDS);
        return stream;
    }

    private void next() {
        Deal deal = workload.draw();
        callers.execute(() -> {
            workload.place(deal);
            unpaid.add(deal);
        });
        Deal earlier = unpaid.poll();
        if (earlier != null) {
            callers.execute(() -> settle(earlier));
        }
    }

    /** What can't be paid yet waits for another turn. */
    private void settle(Deal deal) {
        if (workload.isReady(deal)) {
            workload.settleOne(deal);
        } else {
            unpaid.add(deal);
        }
    }

    /** Those that were placed and neither paid nor cancelled when the stream ended. */
    public List<Deal> left() {
        return List.copyOf(unpaid);
    }

    /** No new deals; those that were begun are placed to their end. */
    @Override
    public void close() {
        clock.shutdownNow();
        callers.shutdown();
        try {
            if (!callers.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                List<Runnable> never = callers.shutdownNow();
                throw new IllegalStateException(never.size() + " requests were never answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the last deals were placed", e);
        }
    }
}
