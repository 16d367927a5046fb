package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who is told by webhook: keeps what comes, checks the signature, and turns down the first attempts when told to. */
final class Letters implements AutoCloseable {

    static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a secret of thirty-two bytes....".getBytes());

    private final List<Letter> taken = new CopyOnWriteArrayList<>();
    private final List<String> turnedDown = new CopyOnWriteArrayList<>();
    private final AtomicInteger toTurnDown = new AtomicInteger();
    private final HttpServer server;

    /** One message that was taken. */
    record Letter(String id, boolean signed, JsonNode data) {}

    private Letters(HttpServer server) {
        this.server = server;
    }

    static Letters open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            Letters letters = new Letters(server);
            server.createContext("/", letters::take);
            server.start();
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void turnDown(int attempts) {
        toTurnDown.set(attempts);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/callbacks";
    }

    List<Letter> about(String id) {
        return taken.stream()
                .filter(one -> one.data().path("id").asText().equals(id))
                .toList();
    }

    /** The ids of the deliveries that were turned down. */
    List<String> turnedDown() {
        return turnedDown;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            if (toTurnDown.getAndDecrement() > 0) {
                turnedDown.add(id);
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String shown = exchange.getRequestHeaders().getFirst("webhook-signature");
            String text = new String(body, StandardCharsets.UTF_8);
            taken.add(new Letter(
                    id,
                    ("v1," + signature(id + "." + time + "." + text)).equals(shown),
                    Json.read(text).path("data")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
