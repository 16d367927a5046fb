package io.counterfoil.billing.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Stripe-Signature}: a time and one or more HMAC-SHA256 over {@code time.body}.
 *
 * @param timestamp seconds since the epoch, as signed
 * @param signatures all of scheme v1
 */
record StripeSignature(long timestamp, List<byte[]> signatures) {

    /** How old (or early) a signature may be. */
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String HMAC = "HmacSHA256";

    StripeSignature {
        signatures = List.copyOf(signatures);
    }

    /** Reads the header; refuses one that has no time or no signature. */
    static StripeSignature parse(String header) {
        if (header == null || header.isBlank()) {
            throw new SignatureRefused.Missing();
        }
        Long time = null;
        List<byte[]> signatures = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t") && pair[1].matches("\\d{1,12}")) {
                time = Long.parseLong(pair[1]);
            } else if (pair.length == 2 && pair[0].equals("v1") && pair[1].matches("[0-9a-fA-F]{64}")) {
                signatures.add(HexFormat.of().parseHex(pair[1]));
            }
        }
        if (time == null || signatures.isEmpty()) {
            throw new SignatureRefused.Malformed();
        }
        return new StripeSignature(time, signatures);
    }

    /** Refuses unless one of the secrets signed exactly these bytes, within the tolerance. Compares in constant time. */
    void verify(byte[] body, List<String> secrets, Instant now) {
        if (body == null || body.length == 0) {
            throw new SignatureRefused.Empty();
        }
        boolean signed = false;
        for (String secret : secrets) {
            byte[] expected = sign(timestamp, body, secret);
            for (byte[] signature : signatures) {
                signed |= MessageDigest.isEqual(expected, signature);
            }
        }
        if (!signed) {
            throw new SignatureRefused.Mismatch();
        }
        if (Duration.between(Instant.ofEpochSecond(timestamp), now).abs().compareTo(TOLERANCE) > 0) {
            throw new SignatureRefused.Stale();
        }
    }

    static byte[] sign(long timestamp, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + HMAC, impossible);
        }
    }
}
