package io.counterfoil.order.awaited;

import java.time.Duration;
import java.util.List;

/** How long it takes until a buyer who was refused is asked about again: soon, then ever less often. By the machine's time. */
final class Patience {

    /** As long as it takes, at most, until customer-service's last word before the refusal has arrived here. */
    static final Duration FIRST = Duration.ofSeconds(3);

    private static final List<Duration> NEXT =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(10));

    private Patience() {}

    /** So long after the question that was asked after so many others. */
    static Duration after(int asked) {
        return NEXT.get(Math.min(asked, NEXT.size() - 1));
    }
}
