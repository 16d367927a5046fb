package io.counterfoil.customer.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;

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
        try {
            ExternalReference reference = Json.strict().readValue(trouble.attributes(), ExternalReference.class);
            CustomerJson.Said said = Json.strict().readValue(trouble.effectiveBody(), CustomerJson.Said.class);
            onboard.handle(reference, said.proposal());
        } catch (JsonProcessingException edited) {
            throw Invalid.of(edited);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }
}
