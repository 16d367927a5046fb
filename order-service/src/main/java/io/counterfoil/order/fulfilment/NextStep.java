package io.counterfoil.order.fulfilment;

import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.order.OrderBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What follows from where a process is: schedules the step, in the caller's transaction. */
@Dependent
class NextStep {

    private final Steps steps;
    private final OrderBook orders;
    private final BusinessClock clock;

    @Inject
    NextStep(Steps steps, OrderBook orders, BusinessClock clock) {
        this.steps = steps;
        this.orders = orders;
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
        orders.complete(process.orderId(), process.invoiced().numbers());
    }

    private void schedule(String kind, QuoteToCash process) {
        steps.schedule(kind, process.orderId().toString(), new OrderStep(process.orderId()));
    }
}
