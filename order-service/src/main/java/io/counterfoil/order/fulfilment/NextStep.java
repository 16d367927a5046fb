package io.counterfoil.order.fulfilment;

import io.counterfoil.common.step.Steps;
import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.order.OrderBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** What follows from where a process is: schedules the step, in the caller's transaction. */
@Dependent
class NextStep {

    private final Steps steps;
    private final OrderBook orders;
    private final Metrics metrics;
    private final BusinessClock clock;

    @Inject
    NextStep(Steps steps, OrderBook orders, Metrics metrics, BusinessClock clock) {
        this.steps = steps;
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

    /** Schedules a write-back when the CRM shows what is no longer so. One write at a time. */
    void tellCrm(QuoteToCash process) {
        if (process.wantsWriteBack()) {
            schedule(WriteBackToCrm.KIND, process);
        }
    }

    void complete(QuoteToCash process, String cause) {
        process.complete(cause, clock.now());
        ended(process);
        orders.complete(process.orderId(), process.invoiced().numbers());
    }

    /** Counts how processes end. */
    void ended(QuoteToCash process) {
        String outcome = process.state().name().toLowerCase(Locale.ROOT);
        metrics.count("counterfoil_process_total", Map.of("process", "quote-to-cash", "outcome", outcome), 1);
    }

    private void schedule(String kind, QuoteToCash process) {
        steps.schedule(kind, process.orderId().toString(), new OrderStep(process.orderId()));
    }
}
