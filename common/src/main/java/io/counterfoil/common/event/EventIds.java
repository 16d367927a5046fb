package io.counterfoil.common.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids: time-ordered (UUIDv7, RFC 9562 §5.7) for what is new, derived (UUIDv8) where a replay must give the same. */
public final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EventIds() {}

    /** A new UUIDv7: milliseconds since the epoch, then random bits. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        ByteBuffer bits = ByteBuffer.wrap(random);
        long high = millis << 16 | 0x7000L | bits.getShort() & 0x0FFFL;
        return new UUID(high, variant(bits.getLong()));
    }

    /** The same id for the same cause and purpose, always. */
    public static UUID derived(UUID cause, String purpose) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(16)
                    .putLong(cause.getMostSignificantBits())
                    .putLong(cause.getLeastSignificantBits())
                    .array());
            ByteBuffer digest = ByteBuffer.wrap(sha.digest(purpose.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong() & ~0xF000L | 0x8000L, variant(digest.getLong()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static long variant(long low) {
        return low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    }
}
