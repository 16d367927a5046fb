package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
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
    public boolean takesEdits(Trouble trouble) {
        return true;
    }

    @Override
    public void replay(Trouble trouble) {
        byte[] bytes = trouble.attributes().getBytes(StandardCharsets.UTF_8);
        ExternalReference reference = Json.read(bytes, ExternalReference.class);
        Said said = Said.kept(Json.read(trouble.effectiveBody(), JsonNode.class));
        onboard.handle(reference, said);
    }
}
