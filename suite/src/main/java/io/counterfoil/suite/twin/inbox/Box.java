package io.counterfoil.suite.twin.inbox;

import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One receiver: checks what it gets as Standard Webhooks wants it, and fails as often as it was told to. */
final class Box {
    private static final long FRESH_SECONDS = 300;
    private static final String PREFIX = "whsec_";

    private final List<Letter> letters = new ArrayList<>();
    private String secret;
    private int failures;

    /** How the box is to behave. */
    record Manners(String secret, Integer failures) {}

    synchronized void behave(Manners manners) {
        secret = manners.secret() == null ? secret : manners.secret();
        failures = manners.failures() == null ? failures : manners.failures();
    }

    synchronized List<Letter> letters() {
        return List.copyOf(letters);
    }

    synchronized int take(Call call) {
        String id = call.header("webhook-id").orElse("");
        String timestamp = call.header("webhook-timestamp").orElse("0");
        Boolean genuine = secret == null ? null : isGenuine(call, id, timestamp);
        int status = failures > 0 ? 503 : Boolean.FALSE.equals(genuine) ? 401 : 204;
        failures = Math.max(0, failures - 1);
        letters.add(new Letter(id, timestamp, genuine, status, Json.tree(call.body())));
        return status;
    }

    private boolean isGenuine(Call call, String id, String timestamp) {
        long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
        byte[] expected = signature(id + "." + timestamp + ".", call.body()).getBytes(StandardCharsets.UTF_8);
        byte[] given = call.header("webhook-signature").orElse("").getBytes(StandardCharsets.UTF_8);
        return age <= FRESH_SECONDS && MessageDigest.isEqual(expected, given);
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }
}
