package io.counterfoil.suite.bench;

import io.counterfoil.suite.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * So many requests in each second, whether the earlier ones are answered or not. A time counts from the moment at which a
 * request was due: one that had to wait for others is not flattered.
 */
record OpenLoad(List<Long> nanos, int failed, Duration took) {
    private static final long SECOND = 1_000_000_000L;

    static OpenLoad of(int perSecond, Duration lasts, IntFunction<CompletableFuture<Reply>> request) {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        int count = Math.toIntExact(perSecond * lasts.toSeconds());
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = began + i * SECOND / perSecond;
            long early = due - System.nanoTime();
            while (early > 0) {
                LockSupport.parkNanos(early);
                early = due - System.nanoTime();
            }
            answers.add(request.apply(i).handle((reply, failure) -> {
                nanos.add(System.nanoTime() - due);
                return failure == null && reply.status() == 200 ? 0 : 1;
            }));
        }
        int failed = answers.stream().mapToInt(CompletableFuture::join).sum();
        return new OpenLoad(List.copyOf(nanos), failed, Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public String toString() {
        return "%d/s, %s, %d failed"
                .formatted(Rate.perSecond(nanos.size(), took.toNanos()), Percentiles.of(nanos), failed);
    }
}
