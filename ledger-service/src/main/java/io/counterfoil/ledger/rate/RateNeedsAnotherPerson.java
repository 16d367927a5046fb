package io.counterfoil.ledger.rate;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Who proposes a rate doesn't decide on it. */
public final class RateNeedsAnotherPerson extends Refusal {

    RateNeedsAnotherPerson(UUID id) {
        super(
                403,
                TroubleClass.MASTER_DATA,
                "Exchange rate " + id + " was proposed by the same person",
                "Let another person decide.");
    }
}
