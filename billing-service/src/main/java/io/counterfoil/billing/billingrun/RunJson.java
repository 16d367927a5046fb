package io.counterfoil.billing.billingrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Billing runs on the wire. */
public final class RunJson {

    private RunJson() {}

    /** A run that is wanted; without a date up to today. */
    public record RunRequest(@NotBlank String legalEntityId, LocalDate throughDate, Boolean dryRun) {

        boolean isDry() {
            return Boolean.TRUE.equals(dryRun);
        }
    }

    /** A run and how far it is; totals only of a dry run, one for each currency. */
    public record RunView(
            UUID runId,
            String legalEntityId,
            LocalDate throughDate,
            boolean dryRun,
            String state,
            String requestedBy,
            Instant startedAt,
            Instant finishedAt,
            long due,
            long invoices,
            long notBilled,
            long invoicesPerSecond,
            Long secondsLeft,
            List<Money> totals) {

        static RunView of(Run run, Instant now) {
            return new RunView(
                    run.runId(),
                    run.legalEntityId(),
                    run.throughDate(),
                    run.dryRun(),
                    run.state().name(),
                    run.requestedBy(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.due(),
                    run.invoices(),
                    run.notBilled(),
                    run.perSecond(now),
                    run.secondsLeft(now),
                    run.totals() == null ? null : totals(run.totals()));
        }

        private static List<Money> totals(String json) {
            List<Money> totals = new ArrayList<>();
            Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                    .forEach(total -> totals.add(Json.read(total, Money.class)));
            return totals;
        }
    }

    /** An agreement that can't be billed now. */
    public record NotBilledView(UUID agreementId, String orderNumber, String code, String reason, UUID causeId) {

        static NotBilledView of(Runs.NotBilled one) {
            return new NotBilledView(one.agreementId(), one.orderNumber(), one.code(), one.reason(), one.exceptionId());
        }
    }
}
