package io.counterfoil.order.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.platform.ProductPlatform;
import io.counterfoil.order.platform.SetUp;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Asks the product platform, once for each order; after an outcome that nobody knows it looks first. */
@Dependent
class RequestSetUp implements StepHandler {

    static final String KIND = "request-set-up";

    private final LookUpHandOff lookUp;
    private final HandOffPath path;
    private final ProductPlatform platform;

    @Inject
    RequestSetUp(LookUpHandOff lookUp, HandOffPath path, ProductPlatform platform) {
        this.lookUp = lookUp;
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
        HandOff handOff = lookUp.handle(orderId);
        boolean open = handOff.state() == HandOffState.REQUESTED || handOff.state() == HandOffState.REFUSED;
        if (!open) {
            // An earlier attempt may have reached the platform: what came to nothing meanwhile is taken down once more.
            return StepOutcome.done(step.attempts() > 1 ? () -> path.done(orderId, null) : () -> {});
        }
        Optional<String> known = step.attempts() > 1 ? platform.known(orderId) : Optional.empty();
        String id = known.orElseGet(() -> platform.setUp(orderId, wanted(handOff)));
        return StepOutcome.done(() -> path.done(orderId, id));
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        path.refused(step.payloadAs(HandOffStep.class).orderId(), reason, exceptionId);
    }

    @Override
    public void waived(Step step) {
        path.givenUp(step.payloadAs(HandOffStep.class).orderId());
    }

    private static SetUp wanted(HandOff handOff) {
        try {
            return Json.lenient().readValue(handOff.request(), SetUp.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a hand-off in the database can't be read", corrupt);
        }
    }
}
