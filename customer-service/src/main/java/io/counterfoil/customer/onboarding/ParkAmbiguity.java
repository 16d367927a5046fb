package io.counterfoil.customer.onboarding;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
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
    private final Identities identities;

    @Inject
    ParkAmbiguity(Troubles troubles, Reviews reviews, Identities identities) {
        this.troubles = troubles;
        this.reviews = reviews;
        this.identities = identities;
    }

    void handle(ExternalReference reference, Said said, AmbiguousMatch refusal) {
        if (!identities.isNews(reference, said.sourceVersion())) {
            return; // a newer word was taken since it was refused
        }
        String subject = reference.toString();
        reviews.open(reference, said, refusal);
        if (troubles.open(ORIGIN, subject).isEmpty()) {
            byte[] original = Json.write(said.body()).getBytes(StandardCharsets.UTF_8);
            String kept = Json.write(new Kept(reference.system(), reference.id(), said.sourceVersion()));
            troubles.park(Parked.of(ORIGIN, subject, refusal, "application/json", original, kept));
        }
    }

    /** What a replay needs beside the body. */
    record Kept(String system, String id, Long sourceVersion) {

        ExternalReference reference() {
            return new ExternalReference(system, id);
        }
    }
}
