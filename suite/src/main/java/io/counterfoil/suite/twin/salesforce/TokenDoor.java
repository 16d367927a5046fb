package io.counterfoil.suite.twin.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Rejection;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OAuth 2.0 token end point, JWT bearer flow: an assertion signed by the connected app's key becomes a session. */
final class TokenDoor {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final ConnectedApp app;
    private final Sessions sessions;
    private final String ownUrl;

    TokenDoor(ConnectedApp app, Sessions sessions, String ownUrl) {
        this.app = app;
        this.sessions = sessions;
        this.ownUrl = ownUrl;
    }

    Answer token(Call call) {
        if (!call.form("grant_type").orElse("").equals(GRANT)) {
            throw new Refused("unsupported_grant_type", "grant type not supported");
        }
        JWTClaimsSet claims = verified(call.form("assertion").orElse(""));
        check(claims);
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("access_token", sessions.open(claims.getSubject()));
        granted.put("scope", "api");
        granted.put("instance_url", ownUrl);
        granted.put("id", "%s/id/%s/%s".formatted(ownUrl, app.organizationId(), app.userId()));
        granted.put("token_type", "Bearer");
        return Answer.json(200, granted);
    }

    private JWTClaimsSet verified(String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            boolean signed = jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && jwt.verify(new RSASSAVerifier(app.key()));
            if (!signed) {
                throw new Refused("invalid_grant", "invalid assertion");
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException unreadable) {
            throw new Refused("invalid_grant", "invalid assertion");
        }
    }

    private void check(JWTClaimsSet claims) {
        if (!app.clientId().equals(claims.getIssuer())) {
            throw new Refused("invalid_client_id", "client identifier invalid");
        }
        List<String> known = List.of(
                "https://login.salesforce.com",
                "https://test.salesforce.com",
                ownUrl,
                ownUrl.replace("localhost", "127.0.0.1"));
        if (claims.getAudience().stream().noneMatch(known::contains)) {
            throw new Refused("invalid_grant", "audience is invalid");
        }
        if (claims.getExpirationTime() == null
                || claims.getExpirationTime().toInstant().isBefore(Instant.now())) {
            throw new Refused("invalid_grant", "expired authorization code");
        }
        if (!app.username().equals(claims.getSubject())) {
            throw new Refused("invalid_grant", "user hasn't approved this consumer");
        }
    }

    /** A refusal of the token end point, in OAuth's shape. */
    private static final class Refused extends Rejection {
        private final String error;

        Refused(String error, String description) {
            super(description);
            this.error = error;
        }

        @Override
        public Answer answer() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", error);
            body.put("error_description", getMessage());
            return Answer.json(400, body);
        }
    }
}
