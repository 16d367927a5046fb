package io.counterfoil.order.fulfilment;

import io.counterfoil.common.step.Steps;
import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.order.OrderBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What follows from where a process is, in the caller's transaction: counts where it has been, and schedules the step. */
@Dependent
class NextStep {

    private static final String PROCESS = "process";
    private static final String NAME = "quote-to-cash";

    private final Steps steps;
    private final Processes processes;
    private final OrderBook orders;
    private final Metrics metrics;
    private final BusinessClock clock;

    @Inject
    NextStep(Steps steps, Processes processes, OrderBook orders, Metrics metrics, BusinessClock clock) {
        this.steps = steps;
        this.processes = processes;
        this.orders = orders;
        this.metrics = metrics;
        this.clock = clock;
    }

    void after(QuoteToCash process) {
        if (process.state() == ProcessState.FETCHING) {
            schedule(FetchOpportunity.KIND, process);
        } else if (process.state() == ProcessState.RESOLVING_CUSTOMER) {
            schedule(ResolveCustomer.KIND, process);
        } else if (process.state() == ProcessState.WRITING_BACK
                && !process.crm().isThere()) {
            complete(process, "no CRM to tell");
        }
        tellCrm(process);
    }

    /**
     * Schedules a write-back when the CRM shows what is no longer so. One write at a time. A deal in parts is shown by its first
     * order, which a step tells of the others, so that nobody holds one of them while waiting for another.
     */
    void tellCrm(QuoteToCash process) {
        note(process);
        if (process.isFurtherPart()) {
            UUID deal = process.crm().deal().orElseThrow();
            steps.schedule(TellOfPart.KIND, deal.toString(), new OrderStep(deal));
        } else if (process.crm().wantsWrite(CrmView.of(process, processes.parts(process), clock.now()))) {
            schedule(WriteBackToCrm.KIND, process);
        }
    }

    /** The same where the last write may have been refused: it is tried again with what is so now. */
    void tellCrmAgain(QuoteToCash process) {
        tellCrm(process);
        steps.tryAgain(WriteBackToCrm.KIND, process.orderId().toString());
    }

    void complete(QuoteToCash process, String cause) {
        process.complete(cause, clock.now());
        ended(process);
        orders.complete(process.orderId(), process.invoiced().numbers());
    }

    /** Counts how processes end, and how long they took. */
    void ended(QuoteToCash process) {
        String outcome = word(process.state());
        metrics.count("counterfoil_process_total", Map.of(PROCESS, NAME, "outcome", outcome), 1);
        metrics.observe(
                "counterfoil_process_seconds",
                Map.of(PROCESS, NAME),
                Duration.between(process.path().startedAt(), process.path().enteredAt()));
    }

    /** Counts how long it was where it has been. */
    private void note(QuoteToCash process) {
        process.path().uncounted().stream()
                .filter(move -> move.from() != null)
                .forEach(move -> metrics.observe(
                        "counterfoil_stage_seconds", Map.of(PROCESS, NAME, "stage", word(move.from())), move.stayed()));
    }

    private static String word(ProcessState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void schedule(String kind, QuoteToCash process) {
        steps.schedule(kind, process.orderId().toString(), new OrderStep(process.orderId()));
    }
}
