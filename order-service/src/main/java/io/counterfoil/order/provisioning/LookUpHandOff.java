package io.counterfoil.order.provisioning;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** What a step needs to know before it asks the platform, read in a transaction of its own. */
@UseCase
class LookUpHandOff {

    private final HandOffs handOffs;

    @Inject
    LookUpHandOff(HandOffs handOffs) {
        this.handOffs = handOffs;
    }

    HandOff handle(UUID orderId) {
        return handOffs.find(orderId).orElseThrow();
    }
}
