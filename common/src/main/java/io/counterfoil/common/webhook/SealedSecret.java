package io.counterfoil.common.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A secret as the database has it: sealed by AES-GCM under a key that only the service has, for one end point, so that neither a
 * copy of the database nor a row moved elsewhere gives it away.
 *
 * @param keyName of the key by which it was sealed
 * @param bytes the nonce and what was sealed
 */
record SealedSecret(String keyName, byte[] bytes) {

    private static final String PREFIX = "sealed";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** False for what was kept before secrets were sealed. */
    static boolean is(String kept) {
        return kept.startsWith(PREFIX + ":");
    }

    static SealedSecret read(String kept) {
        String[] parts = kept.split(":", 3);
        return new SealedSecret(parts[1], Base64.getDecoder().decode(parts[2]));
    }

    static SealedSecret of(String secret, String endpoint, String keyName, SecretKey key) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, endpoint, secret.getBytes(StandardCharsets.UTF_8));
        return new SealedSecret(
                keyName,
                ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** @throws IllegalStateException when it was sealed by another key, for another end point, or was changed */
    String opened(String endpoint, SecretKey key) {
        byte[] nonce = new byte[NONCE];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(apply(Cipher.DECRYPT_MODE, key, nonce, endpoint, sealed), StandardCharsets.UTF_8);
    }

    String text() {
        return PREFIX + ":" + keyName + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] apply(int mode, SecretKey key, byte[] nonce, String endpoint, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpoint.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("the secret of " + endpoint + " can't be sealed or opened", notOurs);
        }
    }
}
