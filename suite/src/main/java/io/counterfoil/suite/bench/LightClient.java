package io.counterfoil.suite.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/** A caller that takes little of the processors that it shares with the server it measures; its connection stays open. */
final class LightClient {
    private static final int REFUSED = 400;

    static {
        System.setProperty("http.maxConnections", "64"); // else only five of them stay open
    }

    private final URI base;
    private final Supplier<String> token;

    LightClient(URI base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Posts JSON under a key of its own; anything but the expected status ends the measurement. */
    void post(String path, String json, int expected) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) base.resolve(path).toURL().openConnection();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setFixedLengthStreamingMode(body.length);
            call.setRequestProperty("Authorization", "Bearer " + token.get());
            call.setRequestProperty("Content-Type", "application/json");
            call.setRequestProperty("Accept", "application/json");
            call.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
            try (OutputStream out = call.getOutputStream()) {
                out.write(body);
            }
            int status = call.getResponseCode();
            try (InputStream in = status < REFUSED ? call.getInputStream() : call.getErrorStream()) {
                String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (status != expected) {
                    throw new IllegalStateException(path + " answered " + status + ": " + answer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " was not answered: " + e, e);
        }
    }
}
