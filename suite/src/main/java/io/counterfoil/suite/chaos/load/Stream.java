package io.counterfoil.suite.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Deals at a steady rate, and payments of those that have their invoice; nobody waits for anybody. While too much waits for an
 * answer, or it is held, no more is asked, so that the rate is what the machine carries.
 */
public final class Stream implements AutoCloseable {
    private static final int CALLERS = 24;
    private static final int MOST_WAITING = 4 * CALLERS;
    private static final long LAST_ANSWERS_SECONDS = 240;
    private static final long MICROS = 1_000_000;

    private final Workload workload;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Deal> unpaid = new ConcurrentLinkedQueue<>();
    private final Queue<Deal> later = new ConcurrentLinkedQueue<>();
    private volatile boolean held;

    private Stream(Workload workload) {
        this.workload = workload;
    }

    /** Begins at once and goes on until it is closed. */
    public static Stream of(Workload workload, int perSecond) {
        Stream stream = new Stream(workload);
        stream.clock.scheduleAtFixedRate(stream::next, 0, MICROS / perSecond, TimeUnit.MICROSECONDS);
        return stream;
    }

    /** No more deals until it is let go. */
    public void hold(boolean now) {
        held = now;
    }

    private void next() {
        if (!held && waiting.get() < MOST_WAITING) {
            Deal deal = workload.draw();
            ask(() -> place(deal));
        }
        Deal earlier = unpaid.poll();
        if (earlier != null) {
            ask(() -> settle(earlier));
        }
    }

    private void ask(Runnable request) {
        waiting.incrementAndGet();
        callers.execute(() -> {
            try {
                request.run();
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** Who came by the CRM is asked for money when all is over: his order would have to be searched for each time. */
    private void place(Deal deal) {
        try {
            workload.place(deal);
            (deal.channel() == Deal.Channel.API ? unpaid : later).add(deal);
        } catch (RuntimeException refused) {
            workload.surprised(deal, refused);
        }
    }

    /** What can't be paid yet waits for another turn. */
    private void settle(Deal deal) {
        if (!workload.isReady(deal)) {
            unpaid.add(deal);
            return;
        }
        try {
            workload.settleOne(deal);
        } catch (RuntimeException refused) {
            workload.surprised(deal, refused);
        }
    }

    /** Those that were placed and neither paid nor cancelled when the stream ended. */
    public List<Deal> left() {
        List<Deal> left = new ArrayList<>(unpaid);
        left.addAll(later);
        return left;
    }

    /** No new deals and no payments any more. */
    public void end() {
        clock.shutdownNow();
    }

    /** The same; those that were begun are placed to their end. */
    @Override
    public void close() {
        end();
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
