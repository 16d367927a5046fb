package io.counterfoil.suite.twin;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a twin answers; {@link #hangUp()} is the answer that never comes. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final int NONE = -1;

    /** A JSON answer. */
    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), Json.bytes(value));
    }

    /** An answer in plain words. */
    public static Answer text(int status, String text) {
        return new Answer(
                status, Map.of("Content-Type", "text/plain;charset=UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** The connection is cut without a word: the caller can't know what happened. */
    public static Answer hangUp() {
        return new Answer(NONE, Map.of(), new byte[0]);
    }

    boolean isHangUp() {
        return status == NONE;
    }
}
