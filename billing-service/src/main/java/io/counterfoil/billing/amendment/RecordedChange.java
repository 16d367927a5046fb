package io.counterfoil.billing.amendment;

import io.counterfoil.billing.timeline.Change;
import java.time.Instant;
import java.util.UUID;

/**
 * A change as it is kept.
 *
 * @param invoiceId what was billed of it at once; null where nothing was
 * @param appliedAt when it came into effect; null as long as it has not
 * @param takenBackAt when it was taken back before it came into effect; else null
 */
record RecordedChange(
        Change change, Instant recordedAt, String recordedBy, UUID invoiceId, Instant appliedAt, Instant takenBackAt) {

    /** Where it stands. */
    enum State {
        SCHEDULED,
        APPLIED,
        TAKEN_BACK
    }

    State state() {
        if (takenBackAt != null) {
            return State.TAKEN_BACK;
        }
        return appliedAt == null ? State.SCHEDULED : State.APPLIED;
    }
}
