package io.counterfoil.suite.client;

import java.util.Arrays;

/** A service answered otherwise than the caller expected. */
public final class UnexpectedReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedReply(Reply reply, int... expected) {
        super("%s %s answered %d%s: %s"
                .formatted(
                        reply.method(),
                        reply.uri(),
                        reply.status(),
                        expected.length == 0 ? "" : ", not one of " + Arrays.toString(expected),
                        reply.text()));
        this.status = reply.status();
    }

    public int status() {
        return status;
    }
}
