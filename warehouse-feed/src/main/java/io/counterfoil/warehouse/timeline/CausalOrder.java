package io.counterfoil.warehouse.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an event stands among others: at its time, but never before its cause. The clocks of two services differ by
 * milliseconds, so that an answer can bear an earlier time than what it answers.
 */
final class CausalOrder {

    private static final int DEEPEST = 100;

    private final Map<String, ToldEvent> byId = new HashMap<>();

    CausalOrder(List<ToldEvent> events) {
        events.forEach(event -> byId.put(event.eventId().toString(), event));
    }

    /** The latest time among the event and its causes. */
    Instant of(ToldEvent event) {
        Instant latest = event.time();
        ToldEvent cause = causeOf(event);
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            latest = cause.time().isAfter(latest) ? cause.time() : latest;
            cause = causeOf(cause);
        }
        return latest;
    }

    /** How many causes lie behind it. */
    int depth(ToldEvent event) {
        int depth = 0;
        ToldEvent cause = causeOf(event);
        while (cause != null && depth < DEEPEST) {
            depth++;
            cause = causeOf(cause);
        }
        return depth;
    }

    private ToldEvent causeOf(ToldEvent event) {
        return event.causationId() == null ? null : byId.get(event.causationId());
    }
}
