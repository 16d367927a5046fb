package io.counterfoil.common.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own token (OAuth 2.0 client credentials), fetched when first needed and renewed before it ends. */
@ApplicationScoped
class ServiceToken {

    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);

    @Inject
    @ConfigProperty(name = "token.url")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "service.client.id")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "service.client.secret")
    Optional<String> clientSecret;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String token;
    private Instant renewAt = Instant.EPOCH;

    /** @throws TokenUnavailable when the issuer can't be reached or refuses */
    synchronized String current() {
        if (!SystemTime.now().isBefore(renewAt)) {
            JsonNode answer = fetch();
            token = answer.path("access_token").asText();
            renewAt = SystemTime.now()
                    .plusSeconds(answer.path("expires_in").asLong(300))
                    .minus(RENEW_BEFORE_END);
        }
        return token;
    }

    private JsonNode fetch() {
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url.orElseThrow(() -> new TokenUnavailable("TOKEN_URL is not set"))))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new TokenUnavailable("the token issuer answered " + response.statusCode());
            }
            return Json.lenient().readTree(response.body());
        } catch (IOException e) {
            throw new TokenUnavailable("the token issuer can't be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenUnavailable("interrupted while waiting for the token issuer");
        }
    }

    private static String encoded(Optional<String> value) {
        return URLEncoder.encode(value.orElse(""), StandardCharsets.UTF_8);
    }

    /** Technical: the call that needed the token is tried again later. */
    static final class TokenUnavailable extends IllegalStateException {
        TokenUnavailable(String reason) {
            super(reason);
        }
    }
}
