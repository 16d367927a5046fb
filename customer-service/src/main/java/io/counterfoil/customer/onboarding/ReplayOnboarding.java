package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.customer.onboarding.ParkAmbiguity.Kept;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Onboards again what was ambiguous, once a person has decided. */
@Dependent
class ReplayOnboarding implements Replay {

    private final OnboardCustomer onboard;
    private final Reviews reviews;

    @Inject
    ReplayOnboarding(OnboardCustomer onboard, Reviews reviews) {
        this.onboard = onboard;
        this.reviews = reviews;
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
        Kept kept = Json.read(bytes, Kept.class);
        onboard.handle(kept.reference(), said(trouble, kept));
    }

    /** What two people have edited; else what the system said last, for an exception is opened once and keeps what it said first. */
    private Said said(Trouble trouble, Kept kept) {
        Said first = Said.kept(Json.read(trouble.effectiveBody(), JsonNode.class), kept.sourceVersion());
        return trouble.edited() != null
                ? first
                : reviews.openOf(kept.reference()).map(Review::word).orElse(first);
    }
}
