package io.counterfoil.suite.twin.gateway;

import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.Patience;
import io.counterfoil.suite.twin.SchemaDrift;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Sends events, signed anew at each attempt, until the end point takes them with a 2xx. */
final class Webhooks implements AutoCloseable {

    private static final int THREADS = 8;

    private final URI url;
    private final String secret;
    private final Patience patience;
    private final HttpClient http;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS, Webhooks::thread);
    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private final List<Event> heldBack = new ArrayList<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final ChargeFaults charges = new ChargeFaults();
    private volatile GatewayFaults faults = GatewayFaults.NONE;

    Webhooks(URI url, String secret, Patience patience) {
        this.url = url;
        this.secret = secret;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.answer())
                .build();
    }

    void send(Event event) {
        for (Event ready : ready(event)) {
            for (int copy = 0; copy <= faults.duplicates(); copy++) {
                later(ready, 1, faults.delayMillis());
            }
        }
    }

    /** Sends one event again, so many times at once; answers what came back. */
    List<WebhookDelivery> resend(Event event, int times) {
        List<CompletableFuture<WebhookDelivery>> sent = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(event, 1), timer))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    /** True as often as answers are to be lost. */
    boolean swallowsAnswer() {
        return silent.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** What is wrong with calls that take money. */
    ChargeFaults charges() {
        return charges;
    }

    void suffer(GatewayFaults next) {
        faults = next;
        silent.set(next.silentRefunds());
        charges.suffer(next);
    }

    List<WebhookDelivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private List<Event> ready(Event event) {
        synchronized (heldBack) {
            heldBack.add(event);
            if (heldBack.size() < faults.holdAndReverse()) {
                return List.of();
            }
            List<Event> all = new ArrayList<>(heldBack);
            heldBack.clear();
            Collections.reverse(all);
            return all;
        }
    }

    private void later(Event event, int attempt, long millis) {
        timer.schedule(
                () -> {
                    if (!post(event, attempt).taken()) {
                        later(event, attempt + 1, patience.pauseAfter(attempt).toMillis());
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private WebhookDelivery post(Event event, int attempt) {
        byte[] plain = Json.bytes(event);
        String body = new String(faults.schemaDrift() ? SchemaDrift.in(plain) : plain, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(patience.answer())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header(
                        "Stripe-Signature",
                        Signature.header(secret, Instant.now().getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return noted(
                    event,
                    attempt,
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException unanswered) {
            return noted(event, attempt, 0);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return noted(event, attempt, 0);
        }
    }

    private WebhookDelivery noted(Event event, int attempt, int status) {
        synchronized (deliveries) {
            WebhookDelivery delivery = new WebhookDelivery(
                    deliveries.size() + 1L, Instant.now(), event.id(), event.type(), attempt, status);
            deliveries.add(delivery);
            return delivery;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gateway-webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
