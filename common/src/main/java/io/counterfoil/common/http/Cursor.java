package io.counterfoil.common.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** Where a page ends, as an opaque text for callers. */
public final class Cursor {

    private Cursor() {}

    public static String of(Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The key within; null for the first page. Refuses what this service did not give out. */
    public static String key(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw invalid();
        }
    }

    /** As {@link #key} for texts; the empty one for the first page. */
    public static String text(String cursor) {
        return Objects.requireNonNullElse(key(cursor), "");
    }

    /** As {@link #key} for numbers; 0 for the first page. */
    public static long toLong(String cursor) {
        String key = key(cursor);
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            throw invalid();
        }
    }

    /** As {@link #key} for ids; null for the first page. */
    public static UUID toUuid(String cursor) {
        String key = key(cursor);
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw invalid();
        }
    }

    private static Invalid invalid() {
        return new Invalid("?cursor", "is no cursor of this list; take it from nextCursor");
    }
}
