package io.counterfoil.ledger.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run over all schedules of a legal entity, or of all: what is earned through a date is recognised set by set. Where it
 * stands is in the schedules themselves, so a run that was cut off goes on where it stood.
 *
 * @param legalEntityId null for all
 * @param heldBecause why it waits for a person; null unless it is held
 */
record RecognitionRun(
        UUID id,
        long ordinal,
        String legalEntityId,
        LocalDate through,
        Trigger trigger,
        State state,
        String heldBecause,
        Instant startedAt,
        Instant completedAt,
        long schedules,
        long entries) {

    enum Trigger {
        REQUEST,
        MONTH_END
    }

    enum State {
        RUNNING,
        HELD,
        COMPLETED
    }
}
