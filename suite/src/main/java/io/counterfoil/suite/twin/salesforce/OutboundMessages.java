package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Tells the listener about every opportunity that was won. Notifications wait in a queue, leave up to a hundred in one
 * POST, and come again, later each time, until the acknowledgement came. Order is not promised.
 */
final class OutboundMessages implements AutoCloseable {

    private static final int MOST_IN_ONE = 100;

    private final Listener listener;
    private final Weather weather;
    private final Patience patience;
    private final Map<String, Notification> all = new LinkedHashMap<>();
    private final Map<String, List<String>> byOpportunity = new HashMap<>();
    private final Map<String, Instant> due = new LinkedHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Thread sender = new Thread(this::send, "salesforce-outbound");

    OutboundMessages(Listener listener, Weather weather, Patience patience) {
        this.listener = listener;
        this.weather = weather;
        this.patience = patience;
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    @Override
    public void close() {
        sender.interrupt();
        senders.shutdownNow();
    }

    synchronized void won(SObject opportunity) {
        Instant now = Instant.now();
        String id = RecordId.numbered("04l", all.size() + 1L);
        all.put(id, new Notification(id, opportunity.id(), now, 0, false));
        byOpportunity
                .computeIfAbsent(opportunity.id(), won -> new ArrayList<>())
                .add(id);
        due.put(id, now.plusMillis(weather.faults().notificationDelayMillis()));
        notifyAll();
    }

    /** Sends one notification again, so many times at once, whatever became of it before; answers what came back. */
    List<Delivery> resend(String id, int times) {
        Notification notification = find(id);
        List<CompletableFuture<Delivery>> sent = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> deliver(List.of(notification)), senders))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    synchronized List<Notification> all(String opportunityId) {
        return opportunityId == null
                ? List.copyOf(all.values())
                : byOpportunity.getOrDefault(RecordId.of(opportunityId), List.of()).stream()
                        .map(all::get)
                        .toList();
    }

    private synchronized Notification find(String id) {
        Notification found = all.get(RecordId.of(id));
        if (found == null) {
            throw SalesforceError.notFound();
        }
        return found;
    }

    private void send() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Notification> batch = nextBatch();
                for (int copy = 0; copy < weather.faults().duplicateNotifications(); copy++) {
                    deliver(batch);
                }
                deliver(batch);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Notification> nextBatch() throws InterruptedException {
        while (true) {
            Instant now = Instant.now();
            List<Notification> ready = new ArrayList<>();
            due.forEach((id, at) -> {
                if (!at.isAfter(now)) {
                    ready.add(all.get(id));
                }
            });
            if (!ready.isEmpty()) {
                if (weather.faults().reverseNotifications()) {
                    Collections.reverse(ready);
                }
                return List.copyOf(ready.subList(0, Math.min(MOST_IN_ONE, ready.size())));
            }
            Duration pause = due.values().stream()
                    .min(Instant::compareTo)
                    .map(next -> Duration.between(now, next))
                    .orElse(Duration.ofHours(1));
            wait(Math.max(1, pause.toMillis()));
        }
    }

    private Delivery deliver(List<Notification> batch) {
        Delivery delivery = listener.post(batch);
        synchronized (this) {
            for (Notification one : batch) {
                Notification now = all.get(one.id()).attempted(delivery.acknowledged());
                all.put(one.id(), now);
                if (now.delivered()) {
                    due.remove(one.id());
                } else if (due.containsKey(one.id())) {
                    due.put(one.id(), Instant.now().plus(patience.pauseAfter(now.attempts())));
                }
            }
        }
        return delivery;
    }
}
