package io.counterfoil.ledger.recognition;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Lets a run that was refused wait for a person: with an exception that has an owner, and that resumes it when replayed. */
@UseCase
class HoldRecognitionRun {

    static final String ORIGIN = "recognition-run";

    private final RecognitionRuns runs;
    private final RunTrail trail;
    private final Troubles troubles;

    @Inject
    HoldRecognitionRun(RecognitionRuns runs, RunTrail trail, Troubles troubles) {
        this.trail = trail;
        this.runs = runs;
        this.troubles = troubles;
    }

    void handle(RecognitionRun run, Refusal refused) {
        byte[] original = Json.write(RecognitionRunJson.of(run)).getBytes(StandardCharsets.UTF_8);
        runs.hold(run.id(), refused.getMessage());
        runs.find(run.id()).ifPresent(held -> trail.moved(run, held));
        troubles.park(Parked.of(ORIGIN, run.id().toString(), refused, "application/json", original, null));
    }
}
