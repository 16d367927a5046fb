package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** A twin on a free port and a client that knows its key. */
final class RunningTwin implements AutoCloseable {

    static final String CLIENT = "3MVG9.counterfoil";
    static final String USER = "integration@counterfoil.example";

    private final KeyPair keys = keys();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SalesforceTwin twin;

    RunningTwin(URI listener) {
        ConnectedApp app = new ConnectedApp("00DCf0000000001EAA", CLIENT, USER, (RSAPublicKey) keys.getPublic());
        Patience quick = new Patience(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(5));
        twin = SalesforceTwin.start(new SalesforceTwin.Settings(0, app, listener, Duration.ofHours(2), quick));
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String audience() {
        return "http://localhost:" + twin.port();
    }

    String assertion(JWTClaimsSet.Builder claims, KeyPair signer) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            jwt.sign(new RSASSASigner(signer.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet.Builder goodClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .subject(USER)
                .audience(audience())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)));
    }

    KeyPair key() {
        return keys;
    }

    HttpResponse<String> token(String assertion) {
        String form = "grant_type=" + URLEncoder.encode(TokenDoor.GRANT, StandardCharsets.UTF_8) + "&assertion="
                + URLEncoder.encode(assertion, StandardCharsets.UTF_8);
        return send("POST", "/services/oauth2/token", form, null, "application/x-www-form-urlencoded");
    }

    String session() {
        HttpResponse<String> answer = token(assertion(goodClaims(), keys));
        return json(answer).path("access_token").asText();
    }

    HttpResponse<String> send(String method, String path, String body, String session) {
        return send(method, path, body, session, "application/json");
    }

    HttpResponse<String> query(String soql, String session) {
        String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8);
        return send("GET", "/services/data/v62.0/query?q=" + encoded, "", session);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        twin.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String session, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(audience() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (session != null) {
            request.header("Authorization", "Bearer " + session);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
