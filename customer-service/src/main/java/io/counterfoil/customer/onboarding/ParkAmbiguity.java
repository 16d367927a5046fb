package io.counterfoil.customer.onboarding;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * Opens an exception for what can't be matched with certainty, and a review task with who may be meant; once for each
 * reference, however often it is sent.
 */
@UseCase
class ParkAmbiguity {

    static final String ORIGIN = "onboarding";

    private final Troubles troubles;
    private final Reviews reviews;

    @Inject
    ParkAmbiguity(Troubles troubles, Reviews reviews) {
        this.troubles = troubles;
        this.reviews = reviews;
    }

    void handle(ExternalReference reference, Said said, AmbiguousMatch refusal) {
        String subject = reference.toString();
        reviews.open(reference, said.body(), refusal);
        if (troubles.open(ORIGIN, subject).isEmpty()) {
            byte[] original = Json.write(said.body()).getBytes(StandardCharsets.UTF_8);
            troubles.park(Parked.of(ORIGIN, subject, refusal, "application/json", original, Json.write(reference)));
        }
    }
}
