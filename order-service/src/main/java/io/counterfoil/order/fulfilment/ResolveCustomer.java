package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.step.Steps;
import io.counterfoil.order.awaited.AwaitedCustomers;
import io.counterfoil.order.customer.CustomerDirectory;
import io.counterfoil.order.customer.HasToWait;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.customer.Purchase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks customer-service who the buyer is, and whether its credit allows the order. The target is idempotent by reference, so that a repeat is harmless. */
@Dependent
class ResolveCustomer implements StepHandler {

    static final String KIND = AwaitedCustomers.STEP;

    /** Half of what customer-service takes at once: each new buyer is locked by all that it may be recognised by. */
    private static final int MOST = 100;

    /** Who is refused beside others is asked about again when customer-service has heard of those that were accepted. */
    private static final Duration UNTIL_HEARD_OF = Duration.ofSeconds(3);

    private final LookUpProcess lookUp;
    private final CustomerDirectory customers;
    private final AcceptOrder acceptOrder;
    private final HoldOrder holdOrder;
    private final AwaitedCustomers awaited;
    private final Steps steps;

    @Inject
    ResolveCustomer(
            LookUpProcess lookUp,
            CustomerDirectory customers,
            AcceptOrder acceptOrder,
            HoldOrder holdOrder,
            AwaitedCustomers awaited,
            Steps steps) {
        this.lookUp = lookUp;
        this.customers = customers;
        this.acceptOrder = acceptOrder;
        this.holdOrder = holdOrder;
        this.awaited = awaited;
        this.steps = steps;
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
    public int most() {
        return MOST;
    }

    /** One question for all buyers; who is not known for certain, or may not have so much, is asked about alone. */
    @Override
    public Supplier<Set<UUID>> runAll(List<Step> many) {
        OrderSteps set = OrderSteps.of(many);
        Map<UUID, Purchase> asked = new HashMap<>();
        lookUp.handle(set.orders()).forEach((order, process) -> {
            if (process.at() == ProcessState.RESOLVING_CUSTOMER) {
                Step step = set.step(order);
                asked.put(
                        order,
                        new Purchase(
                                process.claim(),
                                process.value(),
                                step.correlation().correlationId(),
                                step.traceParent()));
            }
        });
        Map<UUID, KnownCustomer> known = customers.resolveAll(asked);
        Set<UUID> left = new HashSet<>(asked.keySet());
        left.removeAll(known.keySet());
        return () -> {
            steps.pause(set.of(left), UNTIL_HEARD_OF);
            left.addAll(acceptOrder.handle(known, set));
            return set.of(left);
        };
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        UUID orderId = step.payloadAs(OrderStep.class).orderId();
        if (reason instanceof HasToWait wait) {
            awaited.note(orderId, wait.customerId(), wait.dependsOn());
        } else {
            awaited.drop(orderId);
        }
        holdOrder.handle(orderId, reason, exceptionId);
    }
}
