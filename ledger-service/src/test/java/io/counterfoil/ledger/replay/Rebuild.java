package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import io.counterfoil.ledger.LedgerUnderTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Builds a ledger from its history: what others told, by as many threads as wanted (a customer's events stay in order),
 * up to each act of the ledger's own people, which all must have seen what was before it.
 */
public final class Rebuild {

    private static final int BATCH = 500;
    private static final Set<String> TOLD_BY_OTHERS = Set.of("/billing", "/order");

    private final LedgerUnderTest ledger;
    private final OwnActs acts;
    private final int threads;
    private long events;

    public Rebuild(LedgerUnderTest ledger, int threads) {
        this.ledger = ledger;
        this.acts = new OwnActs(ledger);
        this.threads = threads;
    }

    /** How many events had an effect here. */
    public long events() {
        return events;
    }

    public void from(List<Envelope> history, Instant until) throws IOException, InterruptedException {
        List<Envelope> waiting = new ArrayList<>();
        for (Envelope event : history) {
            if (TOLD_BY_OTHERS.contains(event.source())) {
                waiting.add(event);
            } else if (acts.concerns(event)) {
                take(waiting);
                waiting.clear();
                ledger.moveTo(event.time().toString());
                JsonNode data = Json.lenient().readTree(event.data());
                acts.repeat(event.type(), data, event.time());
                events++;
            }
        }
        take(waiting);
        ledger.moveTo(until.toString());
    }

    private void take(List<Envelope> some) throws InterruptedException {
        List<List<Envelope>> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            shares.add(new ArrayList<>());
        }
        for (Envelope event : some) {
            shares.get(Math.floorMod(event.partitionKey().hashCode(), threads)).add(event);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> all = shares.stream()
                .<Future<?>>map(share -> pool.submit(() -> takeInOrder(share)))
                .toList();
        try {
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdown();
        }
        events += some.size();
    }

    private void takeInOrder(List<Envelope> share) {
        for (int from = 0; from < share.size(); from += BATCH) {
            ledger.take(share.subList(from, Math.min(share.size(), from + BATCH)));
        }
    }
}
