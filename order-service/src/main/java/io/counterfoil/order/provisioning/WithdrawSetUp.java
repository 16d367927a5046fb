package io.counterfoil.order.provisioning;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.platform.ProductPlatform;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has the platform take down what was set up for an order that came to nothing. */
@Dependent
class WithdrawSetUp implements StepHandler {

    static final String KIND = "withdraw-set-up";

    private final HandOffPath path;
    private final ProductPlatform platform;

    @Inject
    WithdrawSetUp(HandOffPath path, ProductPlatform platform) {
        this.path = path;
        this.platform = platform;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID orderId = step.payloadAs(HandOffStep.class).orderId();
        platform.takeDown(orderId);
        return StepOutcome.done(() -> path.withdrawn(orderId));
    }
}
