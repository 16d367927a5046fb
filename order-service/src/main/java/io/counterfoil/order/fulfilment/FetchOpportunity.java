package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.crm.Deal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads a won deal back from its CRM; what it says, and not the notification, is what the order is made of. */
@Dependent
class FetchOpportunity implements StepHandler {

    static final String KIND = "fetch-opportunity";

    /** As many as the CRM answers for at once. */
    private static final int MOST = 200;

    private final LookUpProcess lookUp;
    private final Crms crms;
    private final TakeDeal takeDeal;
    private final HoldOrder holdOrder;

    @Inject
    FetchOpportunity(LookUpProcess lookUp, Crms crms, TakeDeal takeDeal, HoldOrder holdOrder) {
        this.lookUp = lookUp;
        this.crms = crms;
        this.takeDeal = takeDeal;
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
        if (process.at() != ProcessState.FETCHING) {
            return StepOutcome.done(() -> {});
        }
        Deal deal =
                crms.of(process.reference().system()).read(process.reference().id());
        return StepOutcome.done(() -> takeDeal.handle(orderId, deal));
    }

    @Override
    public int most() {
        return MOST;
    }

    /** One question to each CRM for all its deals; one that it does not know is asked for alone, and refused there. */
    @Override
    public Supplier<Set<UUID>> runAll(List<Step> steps) {
        OrderSteps set = OrderSteps.of(steps);
        Map<String, Map<UUID, String>> asked = new HashMap<>();
        lookUp.handle(set.orders()).forEach((order, process) -> {
            if (process.at() == ProcessState.FETCHING) {
                asked.computeIfAbsent(process.reference().system(), system -> new HashMap<>())
                        .put(order, process.reference().id());
            }
        });
        Map<UUID, Deal> deals = new HashMap<>();
        Set<UUID> unknown = new HashSet<>();
        asked.forEach((system, records) -> {
            Map<String, Deal> read = crms.of(system).readAll(records.values());
            records.forEach((order, record) -> {
                if (read.containsKey(record)) {
                    deals.put(order, read.get(record));
                } else {
                    unknown.add(order);
                }
            });
        });
        return () -> {
            unknown.addAll(takeDeal.handle(deals, set));
            return set.of(unknown);
        };
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        holdOrder.handle(step.payloadAs(OrderStep.class).orderId(), reason, exceptionId);
    }
}
