package io.counterfoil.ledger.recognition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A recognition run as it travels. */
public record RecognitionRunJson(
        UUID runId,
        String legalEntityId,
        LocalDate throughDate,
        String state,
        String heldBecause,
        String trigger,
        Instant startedAt,
        Instant completedAt,
        long schedules,
        long entries) {

    /** Which run is wanted; without a legal entity it is one of all. */
    public record Request(@Pattern(regexp = "[A-Z0-9]{2,12}") String legalEntityId, @NotNull LocalDate throughDate) {}

    static RecognitionRunJson of(RecognitionRun run) {
        return new RecognitionRunJson(
                run.id(),
                run.legalEntityId(),
                run.through(),
                run.state().name(),
                run.heldBecause(),
                run.trigger().name(),
                run.startedAt(),
                run.completedAt(),
                run.schedules(),
                run.entries());
    }
}
