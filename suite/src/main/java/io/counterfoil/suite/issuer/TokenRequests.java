package io.counterfoil.suite.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who gets which token: services by client id and secret, people on this machine by asking. */
final class TokenRequests {
    /** People need no password here; in production an identity provider stands in this place. */
    static final String LOCAL_GRANT = "local";

    static final String AUDIENCE = "counterfoil";
    static final Set<String> ROLES =
            Set.of("sales", "finance", "controller", "support", "partner", "integration", "operator", "auditor");
    private static final Duration FOR_SERVICES = Duration.ofMinutes(15);
    private static final Duration FOR_PEOPLE = Duration.ofHours(8);

    private final String issuer;
    private final SigningKey key;
    private final Map<String, String> clientSecrets;
    private final Clock clock;

    TokenRequests(String issuer, SigningKey key, Map<String, String> clientSecrets, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clientSecrets = Map.copyOf(clientSecrets);
        this.clock = clock;
    }

    /** A token with the seconds that it lasts. */
    record Issued(String token, long expiresIn) {}

    Issued answer(Map<String, String> form) throws TokenRefused, JOSEException {
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            case "client_credentials" -> forService(form);
            case LOCAL_GRANT -> forPerson(form);
            default -> throw new TokenRefused(400, "unsupported_grant_type", "grant_type is not supported: " + grant);
        };
    }

    private Issued forService(Map<String, String> form) throws TokenRefused, JOSEException {
        String client = form.getOrDefault("client_id", "");
        String known = clientSecrets.get(client);
        if (known == null || !same(known, form.getOrDefault("client_secret", ""))) {
            throw new TokenRefused(401, "invalid_client", "client id or secret is wrong");
        }
        return issue(client, "integration", FOR_SERVICES);
    }

    private Issued forPerson(Map<String, String> form) throws TokenRefused, JOSEException {
        String role = form.getOrDefault("role", "");
        if (!ROLES.contains(role)) {
            throw new TokenRefused(
                    400,
                    "invalid_scope",
                    "role is none of " + ROLES.stream().sorted().toList());
        }
        String subject = form.getOrDefault("sub", role + "@counterfoil.example");
        return issue(subject, role, FOR_PEOPLE);
    }

    private Issued issue(String subject, String role, Duration lifetime) throws JOSEException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("upn", subject)
                .claim("groups", List.of(role))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        return new Issued(key.sign(claims), lifetime.toSeconds());
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
