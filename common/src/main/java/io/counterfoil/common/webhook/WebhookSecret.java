package io.counterfoil.common.webhook;

import io.counterfoil.common.http.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric secret of Standard Webhooks: signs {@code id.timestamp.body} by HMAC-SHA256. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws Invalid when it is no such secret; the message does not repeat it */
    public static WebhookSecret of(String text) {
        return decoded(text)
                .filter(key -> key.length >= SHORTEST && key.length <= LONGEST)
                .map(WebhookSecret::new)
                .orElseThrow(() -> new Invalid("/secret", "must be whsec_ followed by 24 to 64 bytes in Base64"));
    }

    /** The value of {@code webhook-signature}. */
    public String signature(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return text != null && text.startsWith(PREFIX)
                    ? Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
