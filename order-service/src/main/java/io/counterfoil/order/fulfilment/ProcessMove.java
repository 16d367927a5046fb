package io.counterfoil.order.fulfilment;

import java.time.Duration;
import java.time.Instant;

/**
 * A process goes from one state to the next.
 *
 * @param from null when it begins
 * @param since when it had come to where it was; null when it begins
 */
record ProcessMove(ProcessState from, Instant since, ProcessStage to) {

    /** How long it was where it comes from. */
    Duration stayed() {
        return Duration.between(since, to.enteredAt());
    }
}
