package io.counterfoil.suite.issuer;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The issuer's process: {@code ISSUER_PORT}, {@code SECRETS_FILE} in the environment; the key lies beside the secrets. */
public final class IssuerProcess {
    private final String issuer;
    private final SigningKey key;
    private final TokenRequests requests;

    private IssuerProcess(String issuer, SigningKey key, TokenRequests requests) {
        this.issuer = issuer;
        this.key = key;
        this.requests = requests;
    }

    public static void main(String[] arguments) throws Exception {
        Path secrets = Path.of(System.getenv("SECRETS_FILE"));
        SigningKey key = SigningKey.in(secrets.resolveSibling("signing-key.json"));
        start(Integer.parseInt(System.getenv("ISSUER_PORT")), key, clients(secrets));
    }

    static HttpServer start(int port, SigningKey key, Map<String, String> clients) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        String issuer = "http://localhost:" + server.getAddress().getPort();
        IssuerProcess process =
                new IssuerProcess(issuer, key, new TokenRequests(issuer, key, clients, Clock.systemUTC()));
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/.well-known/openid-configuration", x -> send(x, 200, process.discovery()));
        server.createContext("/jwks", x -> send(x, 200, process.key.published()));
        server.createContext("/token", process::token);
        server.start();
        return server;
    }

    private static Map<String, String> clients(Path secrets) throws IOException {
        Properties all = new Properties();
        try (var in = Files.newBufferedReader(secrets)) {
            all.load(in);
        }
        return all.stringPropertyNames().stream()
                .filter(name -> name.startsWith("client."))
                .collect(Collectors.toMap(name -> name.substring("client.".length()), all::getProperty));
    }

    private String discovery() {
        return Json.write(Map.of(
                "issuer", issuer,
                "jwks_uri", issuer + "/jwks",
                "token_endpoint", issuer + "/token",
                "grant_types_supported", new String[] {"client_credentials", TokenRequests.LOCAL_GRANT},
                "id_token_signing_alg_values_supported", new String[] {"RS256"},
                "subject_types_supported", new String[] {"public"},
                "response_types_supported", new String[] {"token"}));
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 405, error("invalid_request", "ask by POST"));
            return;
        }
        try {
            TokenRequests.Issued issued = requests.answer(form(exchange));
            send(
                    exchange,
                    200,
                    Json.write(Map.of(
                            "access_token", issued.token(), "token_type", "Bearer", "expires_in", issued.expiresIn())));
        } catch (TokenRefused refused) {
            send(exchange, refused.status(), error(refused.error(), refused.getMessage()));
        } catch (JOSEException | IllegalArgumentException e) {
            send(exchange, 400, error("invalid_request", e.getMessage()));
        }
    }

    /** The form's fields; client id and secret may come in the form or as basic authentication. */
    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new HashMap<>();
        String body = new String(exchange.getRequestBody().readNBytes(1 << 16), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] sides = pair.split("=", 2);
            fields.put(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
        }
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            String[] sides =
                    new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8).split(":", 2);
            fields.put("client_id", decode(sides[0]));
            fields.put("client_secret", sides.length == 2 ? decode(sides[1]) : "");
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String error(String code, String description) {
        return Json.write(Map.of("error", code, "error_description", description));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
