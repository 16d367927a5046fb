package io.counterfoil.billing.collection;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.step.Steps;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Has the gateway asked now what became of an attempt, without waiting for the step that keeps asking or was parked. */
@UseCase
class AskAgain {

    private final AttemptRows rows;
    private final Steps steps;

    @Inject
    AskAgain(AttemptRows rows, Steps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    Attempt handle(UUID attemptId) {
        Attempt attempt = rows.byId(attemptId, true).orElseThrow(() -> new NotFound("payment attempt", attemptId));
        if (attempt.state().hasEnded()) {
            throw new IllegalMove(
                    "Payment attempt " + attemptId,
                    attempt.state(),
                    "be asked for",
                    attempt.state().moves());
        }
        steps.schedule(
                CollectInvoice.KIND,
                attemptId + " version " + attempt.version(),
                Map.of("attemptId", attemptId, "invoiceId", attempt.invoiceId()));
        return attempt;
    }
}
