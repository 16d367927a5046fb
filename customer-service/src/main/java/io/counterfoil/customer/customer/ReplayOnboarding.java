package io.counterfoil.customer.customer;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Onboards again what was ambiguous, once a person has decided. */
@Dependent
class ReplayOnboarding implements Replay {

    private final OnboardCustomer onboard;

    @Inject
    ReplayOnboarding(OnboardCustomer onboard) {
        this.onboard = onboard;
    }

    @Override
    public boolean replays(String origin) {
        return ParkAmbiguity.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        byte[] reference = trouble.attributes().getBytes(StandardCharsets.UTF_8);
        CustomerJson.Said said = Json.read(trouble.effectiveBody(), CustomerJson.Said.class);
        onboard.handle(Json.read(reference, ExternalReference.class), said.proposal());
    }
}
