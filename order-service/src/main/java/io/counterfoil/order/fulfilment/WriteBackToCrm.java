package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.crm.Crm;
import io.counterfoil.order.crm.DealStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Shows the CRM what became of its deal. Only what differs from what it has acknowledged is written, and there is one
 * write at a time, so that no older value overtakes a newer one. After an attempt whose outcome is unknown it looks first.
 */
@Dependent
class WriteBackToCrm implements StepHandler {

    static final String KIND = "write-back-to-crm";

    /** As many as the CRM takes in one write. */
    private static final int MOST = 200;

    private final LookUpProcess lookUp;
    private final Processes processes;
    private final Crms crms;
    private final AcknowledgeWriteBack acknowledge;
    private final HoldOrder holdOrder;

    @Inject
    WriteBackToCrm(
            LookUpProcess lookUp,
            Processes processes,
            Crms crms,
            AcknowledgeWriteBack acknowledge,
            HoldOrder holdOrder) {
        this.lookUp = lookUp;
        this.processes = processes;
        this.crms = crms;
        this.acknowledge = acknowledge;
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
        DealStatus now = process.toShow();
        String deal = process.reference().id();
        Crm crm = crms.of(process.reference().system());
        DealStatus before = step.attempts() > 1 ? crm.shows(deal) : process.shown();
        if (!now.equals(before)) {
            crm.show(deal, now, before);
        }
        return StepOutcome.done(() -> acknowledge.handle(orderId, now, "acknowledged by the CRM"));
    }

    @Override
    public int most() {
        return MOST;
    }

    /** One write to each CRM for all its deals; what it does not take of them is written alone, after a look. */
    @Override
    public Supplier<Set<UUID>> runAll(List<Step> steps) {
        OrderSteps set = OrderSteps.of(steps);
        Map<UUID, LookUpProcess.Snapshot> processes = lookUp.handle(set.orders());
        Map<String, List<Crm.Change>> changes = new HashMap<>();
        processes.values().stream()
                .filter(process -> !process.toShow().equals(process.shown()))
                .forEach(process -> changes.computeIfAbsent(process.reference().system(), system -> new ArrayList<>())
                        .add(new Crm.Change(process.reference().id(), process.toShow(), process.shown())));
        Set<String> notShown = new HashSet<>();
        changes.forEach((system, some) -> notShown.addAll(crms.of(system).showAll(some)));
        Map<UUID, DealStatus> shown = new HashMap<>();
        Set<UUID> left = new HashSet<>();
        processes.forEach((order, process) -> {
            if (notShown.contains(process.reference().id())) {
                left.add(order);
            } else {
                shown.put(order, process.toShow());
            }
        });
        return () -> {
            acknowledge.handle(shown, set, "acknowledged by the CRM");
            return set.of(left);
        };
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        UUID orderId = step.payloadAs(OrderStep.class).orderId();
        if (processes
                .find(orderId)
                .filter(process -> process.isAt(ProcessState.WRITING_BACK))
                .isPresent()) {
            holdOrder.handle(orderId, reason, exceptionId);
        }
    }

    /** Two people agree that the CRM need not show this: what it would have shown counts as shown, later news is written again. */
    @Override
    public void waived(Step step) {
        UUID orderId = step.payloadAs(OrderStep.class).orderId();
        acknowledge.handle(orderId, lookUp.handle(orderId).toShow(), "write-back waived");
    }
}
