package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.AttemptJson.Resolution;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finance has seen at the gateway what became of an attempt of which nobody knew, and says so. */
@UseCase
class ResolveAttempt {

    private final AttemptRows rows;
    private final Attempts attempts;
    private final Payments payments;
    private final BusinessClock clock;

    @Inject
    ResolveAttempt(AttemptRows rows, Attempts attempts, Payments payments, BusinessClock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.payments = payments;
        this.clock = clock;
    }

    Attempt handle(UUID attemptId, Resolution said) {
        payments.lock(attemptId).orElseThrow(() -> new NotFound("payment attempt", attemptId));
        Attempt attempt = rows.byId(attemptId, false).orElseThrow(() -> new NotFound("payment attempt", attemptId));
        boolean taken = said.outcome() == Resolution.Outcome.SUCCEEDED;
        if (taken && said.gatewayReference() == null) {
            throw new Invalid("/gatewayReference", "is required where the money was taken");
        }
        attempt.requireUnknown();
        Receipt.Failure failure = taken ? null : new Receipt.Failure("resolved_by_hand", said.reason());
        Receipt receipt = ChargeReceipt.receipt(
                attempt, attempts.number(attempt), said.gatewayReference(), attempt.amount(), failure, clock.now());
        attempts.resolved(attempt, receipt, Correlation.current().actor());
        return rows.byId(attemptId, false).orElseThrow();
    }
}
