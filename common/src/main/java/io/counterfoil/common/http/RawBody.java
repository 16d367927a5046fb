package io.counterfoil.common.http;

import java.nio.charset.StandardCharsets;

/** An answer's body that is written as it is: kept answers, original bytes. */
public record RawBody(byte[] bytes) {

    public static RawBody of(String text) {
        return new RawBody(text.getBytes(StandardCharsets.UTF_8));
    }
}
