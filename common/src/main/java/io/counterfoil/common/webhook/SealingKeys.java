package io.counterfoil.common.webhook;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys by name, written as {@code name:base64} and parted by commas. By the first one is sealed; by the others is opened what was
 * sealed before the first one came.
 */
record SealingKeys(Map<String, SecretKey> byName) {

    private static final int BYTES = 32;
    private static final String NONE = "none";

    /** @throws IllegalStateException when they can't be read; the message does not repeat them */
    static SealingKeys of(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        if (text != null && !text.isBlank() && !text.equals(NONE)) {
            Arrays.stream(text.split(",")).map(String::strip).forEach(one -> {
                String[] parts = one.split(":", 2);
                if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9_-]{1,40}")) {
                    throw new IllegalStateException("a key for secrets is written name:base64");
                }
                keys.put(parts[0], key(parts[1]));
            });
        }
        return new SealingKeys(keys);
    }

    private static SecretKey key(String base64) {
        byte[] bytes = decoded(base64);
        if (bytes.length != BYTES) {
            throw new IllegalStateException("a key for secrets has " + BYTES + " bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException("a key for secrets is in Base64", noBase64);
        }
    }

    /** The name of the one by which is sealed now; empty where there is none. */
    Optional<String> current() {
        return byName.keySet().stream().findFirst();
    }

    Optional<SecretKey> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
