package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Opens an exception for what can't be matched with certainty; once for each reference, however often it is sent. */
@UseCase
class ParkAmbiguity {

    static final String ORIGIN = "onboarding";

    private final Troubles troubles;

    @Inject
    ParkAmbiguity(Troubles troubles) {
        this.troubles = troubles;
    }

    void handle(ExternalReference reference, CustomerJson.Said said, AmbiguousMatch refusal) {
        String subject = reference.toString();
        if (troubles.open(ORIGIN, subject).isEmpty()) {
            byte[] original = Json.write(said).getBytes(StandardCharsets.UTF_8);
            troubles.park(Parked.of(ORIGIN, subject, refusal, "application/json", original, Json.write(reference)));
        }
    }
}
