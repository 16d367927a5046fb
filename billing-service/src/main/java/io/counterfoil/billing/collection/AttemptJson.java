package io.counterfoil.billing.collection;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Attempts to collect, on the wire. */
public final class AttemptJson {

    private AttemptJson() {}

    /** What is to be collected. */
    public record AttemptRequest(@NotNull UUID invoiceId) {}

    /** What somebody saw at the gateway. */
    public record Resolution(
            @NotNull Outcome outcome,
            @Size(min = 1, max = 200) String gatewayReference,
            @NotBlank @Size(max = 500) String reason) {

        /** How an attempt can end. */
        public enum Outcome {
            SUCCEEDED,
            FAILED
        }
    }

    /** An attempt; the payment has the same id. */
    public record AttemptView(
            UUID attemptId,
            UUID invoiceId,
            UUID customerId,
            String legalEntityId,
            Money amount,
            int number,
            Attempt.Cause cause,
            AttemptState state,
            String gateway,
            String gatewayReference,
            Decline decline,
            String failureCode,
            String failureReason,
            String startedBy,
            Instant startedAt,
            Instant endedAt,
            String resolvedBy,
            LocalDate nextAttemptOn) {

        static AttemptView of(Attempt attempt, LocalDate next) {
            return new AttemptView(
                    attempt.attemptId(),
                    attempt.invoiceId(),
                    attempt.customerId(),
                    attempt.legalEntityId(),
                    attempt.amount(),
                    attempt.number(),
                    attempt.cause(),
                    attempt.state(),
                    attempt.method().gateway(),
                    attempt.reference(),
                    attempt.ending().decline(),
                    attempt.ending().code(),
                    attempt.ending().reason(),
                    attempt.startedBy(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.ending().resolvedBy(),
                    next);
        }
    }
}
