package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.customer.CustomerDirectory;
import io.counterfoil.order.customer.KnownCustomer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Asks customer-service who the buyer is, and whether its credit allows the order. The target is idempotent by reference, so that a repeat is harmless. */
@Dependent
class ResolveCustomer implements StepHandler {

    static final String KIND = "resolve-customer";

    private final LookUpProcess lookUp;
    private final CustomerDirectory customers;
    private final AcceptOrder acceptOrder;
    private final HoldOrder holdOrder;

    @Inject
    ResolveCustomer(LookUpProcess lookUp, CustomerDirectory customers, AcceptOrder acceptOrder, HoldOrder holdOrder) {
        this.lookUp = lookUp;
        this.customers = customers;
        this.acceptOrder = acceptOrder;
        this.holdOrder = holdOrder;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID orderId = step.payloadAs(OrderStep.class).orderId();
        LookUpProcess.Snapshot process = lookUp.handle(orderId);
        if (process.at() != ProcessState.RESOLVING_CUSTOMER) {
            return StepOutcome.done(() -> {});
        }
        KnownCustomer customer = customers.resolve(process.claim());
        if (customer.mayBuy() && process.value() != null) {
            customers.requireCredit(customer.customerId(), process.value());
        }
        return StepOutcome.done(() -> acceptOrder.handle(orderId, customer));
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        holdOrder.handle(step.payloadAs(OrderStep.class).orderId(), reason, exceptionId);
    }
}
