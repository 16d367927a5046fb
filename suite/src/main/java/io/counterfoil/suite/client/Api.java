package io.counterfoil.suite.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One end point, as one caller. Immutable and safe between threads.
 *
 * <p>Bodies may be a string, bytes or anything that Jackson writes; every POST carries an {@code Idempotency-Key} of its own
 * unless one is given.
 */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Told of every answer, whoever asked. */
    private static final List<Consumer<Reply>> LISTENERS = new CopyOnWriteArrayList<>();

    private final URI base;
    private final Supplier<String> token;
    private final Map<String, String> headers;

    private Api(URI base, Supplier<String> token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** Tells of every answer from now on, for those who keep a record of what was seen. */
    public static void listen(Consumer<Reply> listener) {
        LISTENERS.add(listener);
    }

    /** A caller without a token. */
    public static Api anonymous(URI base) {
        return new Api(base, () -> null, Map.of());
    }

    /** A caller whose token is asked for at each request, so that it may be renewed. */
    public static Api of(URI base, Supplier<String> token) {
        return new Api(base, token, Map.of());
    }

    /** The same caller, who sends one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, token, Map.copyOf(more));
    }

    public URI base() {
        return base;
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply post(String path, Object body) {
        return headers.containsKey("Idempotency-Key")
                ? send("POST", path, body)
                : post(path, body, UUID.randomUUID().toString());
    }

    public Reply post(String path, Object body, String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey).send("POST", path, body);
    }

    public Reply send(String method, String path, Object body) {
        try {
            HttpRequest request = request(method, path, body);
            return heard(Reply.of(request, HTTP.send(request, BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base.resolve(path) + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + base.resolve(path), e);
        }
    }

    /** The same without waiting, for callers who come all at once. */
    public CompletableFuture<Reply> sendAsync(String method, String path, Object body) {
        HttpRequest request = request(method, path, body);
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> heard(Reply.of(request, answer)));
    }

    private static Reply heard(Reply reply) {
        LISTENERS.forEach(listener -> listener.accept(reply));
        return reply;
    }

    private HttpRequest request(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        String bearer = token.get();
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        request.setHeader("Accept", "application/json, application/problem+json, */*;q=0.1");
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return request.method(method, publisher(body)).build();
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return BodyPublishers.ofByteArray(bytes);
        }
        return BodyPublishers.ofString(body instanceof String text ? text : Json.write(body));
    }
}
