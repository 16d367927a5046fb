package io.counterfoil.suite.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A bearer token with the time until which it should be used. */
public record LocalToken(String text, Instant until) {
    private static final long MARGIN_SECONDS = 60;

    /** The form that asks for a person's token, without a password: this issuer listens on the loopback address only. */
    public static String form(String role, String subject) {
        return "grant_type=" + TokenRequests.LOCAL_GRANT + "&role=" + encode(role) + "&sub=" + encode(subject);
    }

    public static LocalToken of(JsonNode answer) {
        return new LocalToken(
                answer.path("access_token").textValue(),
                Instant.now().plusSeconds(answer.path("expires_in").longValue() - MARGIN_SECONDS));
    }

    public boolean isFresh() {
        return Instant.now().isBefore(until);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
