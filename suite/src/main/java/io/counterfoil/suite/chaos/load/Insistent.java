package io.counterfoil.suite.chaos.load;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A client that repeats its request, with the same key, until it is answered: what was lost on the way is asked again, what
 * was done already is answered again.
 */
final class Insistent {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int UNAVAILABLE = 503;
    /** Still running, or not now: come again. */
    private static final Set<Integer> AGAIN = Set.of(409, 429, UNAVAILABLE);

    private final Asked asked;

    Insistent(Asked asked) {
        this.asked = asked;
    }

    /** The first answer that is none of "not now". */
    Reply until(String what, Supplier<Reply> request) {
        return until(what, AGAIN, request);
    }

    Reply until(String what, Set<Integer> again, Supplier<Reply> request) {
        return until(what, again, request, () -> true);
    }

    /** The same; an answer that is not good enough yet is asked for again. */
    Reply until(String what, Set<Integer> again, Supplier<Reply> request, BooleanSupplier enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Reply reply = answer(what, request);
            if (reply != null && reply.status() < 500 && !again.contains(reply.status()) && enough.getAsBoolean()) {
                return reply;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("not answered in " + PATIENCE.toMinutes() + " minutes: " + what);
    }

    /** Null where no answer came. */
    private Reply answer(String what, Supplier<Reply> request) {
        try {
            Reply reply = request.get();
            asked.answered(reply.status());
            judge(what, reply);
            return reply;
        } catch (UncheckedIOException noAnswer) {
            asked.answered(0);
            return null;
        }
    }

    /** A fault is answered by 503 with the time to come again, and by no other 5xx. */
    private void judge(String what, Reply reply) {
        if (reply.status() >= 500 && reply.status() != UNAVAILABLE) {
            asked.surprise("%s was answered %d: %s".formatted(what, reply.status(), cut(reply.text())));
        }
        if (reply.status() == UNAVAILABLE && reply.header("Retry-After") == null) {
            asked.surprise("%s was answered 503 without Retry-After: %s".formatted(what, cut(reply.text())));
        }
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    /** The same API, whose POST carries this key at each attempt. */
    static Api keyed(Api api, String key) {
        return api.with("Idempotency-Key", key);
    }
}
