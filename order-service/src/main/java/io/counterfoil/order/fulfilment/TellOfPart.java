package io.counterfoil.order.fulfilment;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** A part of a deal went on: its first order shows the CRM what that makes of the whole. */
@Dependent
class TellOfPart implements StepHandler {

    static final String KIND = "tell-of-part";

    private final Processes processes;
    private final NextStep next;

    @Inject
    TellOfPart(Processes processes, NextStep next) {
        this.processes = processes;
        this.next = next;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID first = step.payloadAs(OrderStep.class).orderId();
        return StepOutcome.done(() -> processes.forChange(first).ifPresent(next::tellCrm));
    }
}
