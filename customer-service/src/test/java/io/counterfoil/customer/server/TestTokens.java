package io.counterfoil.customer.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Bearer tokens as an identity provider would issue them; its public key lies in a file. */
public final class TestTokens {

    static final String ISSUER = "https://issuer.example";
    private static final RSAKey KEY = key();

    private TestTokens() {}

    public static String of(String role) {
        return issued(role, "counterfoil", Instant.now().plusSeconds(600), KEY);
    }

    /** Of the right issuer, but for another audience. */
    public static String forOthers(String role) {
        return issued(role, "somebody-else", Instant.now().plusSeconds(600), KEY);
    }

    public static String expired(String role) {
        return issued(role, "counterfoil", Instant.now().minusSeconds(3600), KEY);
    }

    /** Signed by somebody else under the same key id. */
    public static String forged(String role) {
        return issued(role, "counterfoil", Instant.now().plusSeconds(600), key());
    }

    static Path keys() {
        return Path.of("target/jwks.json").toAbsolutePath();
    }

    static void publish() throws IOException {
        Files.writeString(keys(), new JWKSet(KEY.toPublicJWK()).toString());
    }

    private static String issued(String role, String audience, Instant until, RSAKey key) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(role + "@counterfoil.example")
                .claim("upn", role + "@counterfoil.example")
                .claim("groups", List.of(role))
                .jwtID(java.util.UUID.randomUUID().toString())
                .issueTime(Date.from(until.minusSeconds(600)))
                .expirationTime(Date.from(until))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
