package io.counterfoil.common.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due by the business clock: a subscription to activate, a period to bill, a month to recognise. A bean;
 * the timer of this package calls it each second and whenever the clock was moved.
 */
public interface DueWork {

    String name();

    /** When the next piece falls due; empty when nothing is waiting. Past when something is due already. */
    Optional<Instant> nextDue();

    /** Does one set of what is due, in transactions of its own; false when nothing was left. */
    boolean workOnce();

    /** True where all that it does is to keep a sum ahead, or to pass on what was decided: that is no change to be kept. */
    default boolean decidesNothing() {
        return false;
    }
}
