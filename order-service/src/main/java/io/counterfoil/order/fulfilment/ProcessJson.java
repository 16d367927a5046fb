package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A process on the wire. */
public record ProcessJson(
        UUID orderId,
        String orderNumber,
        ExternalReference externalReference,
        String correlationId,
        ProcessState state,
        ProcessState heldFrom,
        int attempts,
        String nextStep,
        String reasonCode,
        String reason,
        String owner,
        String remedy,
        UUID exceptionId,
        Instant startedAt,
        Instant endedAt,
        List<Stage> states,
        List<Invoice> invoices,
        DealStatus crmAcknowledged) {

    static ProcessJson of(QuoteToCash process, List<ProcessStage> stages, Attempt attempt) {
        HoldReason why = process.waiting().map(Waiting::why).orElse(attempt.trouble());
        return new ProcessJson(
                process.orderId(),
                process.orderNumber(),
                process.externalReference(),
                process.correlationId(),
                process.state(),
                process.waiting().map(Waiting::heldFrom).orElse(null),
                attempt.count(),
                attempt.step(),
                why.code(),
                why.reason(),
                why.owner(),
                why.remedy(),
                why.exceptionId(),
                process.path().startedAt(),
                process.state().isFinal() ? process.path().enteredAt() : null,
                IntStream.range(0, stages.size())
                        .mapToObj(i -> stages.get(i).json(i + 1 < stages.size() ? stages.get(i + 1) : null))
                        .toList(),
                process.invoiced().all().stream().map(ProcessInvoice::json).toList(),
                process.crm().shown());
    }

    /** A stay in one state; no duration while it lasts. */
    public record Stage(ProcessState state, Instant enteredAt, Instant leftAt, Long durationMillis, String cause) {}

    /** An invoice that the process has heard of. */
    public record Invoice(
            UUID invoiceId, String invoiceNumber, Money payableAmount, boolean posted, String paymentStatus) {}

    /** How often the step at hand was tried; no step when none is waiting. */
    record Attempt(String step, int count, String lastFailure) {

        static final Attempt NONE = new Attempt(null, 0, null);

        /** Why a step that is tried again has not succeeded yet; nobody needs to do anything about it. */
        HoldReason trouble() {
            return new HoldReason(null, lastFailure, null, null, null);
        }
    }
}
