package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.SchemaDrift;
import io.counterfoil.suite.twin.WebServer.Door;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What the faults make of a request: the weather between the caller and the org. */
final class Weather {

    private volatile Faults faults = Faults.NONE;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();

    void become(Faults next) {
        faults = next;
        failures.set(next.failNext());
        lostAnswers.set(next.commitThenHangUpNext());
    }

    Faults faults() {
        return faults;
    }

    /** How many requests of the API there were. */
    long calls() {
        return calls.get();
    }

    Answer through(Call call, Door door) {
        calls.incrementAndGet();
        if (faults.down()) {
            return Answer.hangUp();
        }
        LockSupport.parkNanos(faults.delayMillis() * 1_000_000L);
        if (takeOne(failures)) {
            throw failure(faults.failStatus());
        }
        Answer answer = door.answer(call);
        boolean changed = call.method().equals("PATCH") && answer.status() < 300;
        return changed && takeOne(lostAnswers) ? Answer.hangUp() : drifted(answer);
    }

    private Answer drifted(Answer answer) {
        return faults.schemaDrift() && answer.status() < 300 && answer.body().length > 0
                ? new Answer(answer.status(), answer.headers(), SchemaDrift.in(answer.body()))
                : answer;
    }

    private static SalesforceError failure(int status) {
        return switch (status) {
            case 403 -> new SalesforceError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case 429 -> new SalesforceError(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests.");
            case 503 -> new SalesforceError(503, "SERVER_UNAVAILABLE", "The server is unavailable.");
            default ->
                new SalesforceError(status == 0 ? 500 : status, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
        };
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
