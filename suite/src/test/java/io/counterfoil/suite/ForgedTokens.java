package io.counterfoil.suite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that look like ours, each with one thing wrong; the local issuer's own key signs most of them. */
final class ForgedTokens {
    private static final String AUDIENCE = "counterfoil";
    private static final Duration PLENTY = Duration.ofHours(1);

    private final Map<String, Map<String, String>> wrongByRole = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final String issuer;

    ForgedTokens(Stack stack) {
        try {
            key = RSAKey.parse(Files.readString(stack.access().secrets().file().resolveSibling("signing-key.json")));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the issuer's key can't be read", e);
        }
        issuer = stack.url(Endpoint.ISSUER).toString();
    }

    /** As it should be, so that the others are seen to be refused for what is wrong with them. */
    String right(String role) {
        return signed(claims(role).build(), key);
    }

    /** By what is wrong; made once for each role, since a key of its own takes its time. */
    Map<String, String> wrong(String role) {
        return wrongByRole.computeIfAbsent(role, this::forged);
    }

    private Map<String, String> forged(String role) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Date past = Date.from(Instant.now().minus(PLENTY));
        tokens.put("expired", signed(claims(role).expirationTime(past).build(), key));
        tokens.put(
                "of a foreign issuer",
                signed(claims(role).issuer("https://issuer.example").build(), key));
        tokens.put(
                "for another audience",
                signed(claims(role).audience("somebody-else").build(), key));
        tokens.put(
                "without an audience",
                signed(claims(role).audience((String) null).build(), key));
        tokens.put("without a signature", new PlainJWT(claims(role).build()).serialize());
        tokens.put("signed by another key", signed(claims(role).build(), another()));
        tokens.put("signed with our public key as a shared secret", confused(role));
        return tokens;
    }

    private JWTClaimsSet.Builder claims(String role) {
        String subject = role + "@counterfoil.example";
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("upn", subject)
                .claim("groups", List.of(role))
                .issueTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plus(PLENTY)));
    }

    private String signed(JWTClaimsSet claims, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey another() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String confused(String role) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims(role).build());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
