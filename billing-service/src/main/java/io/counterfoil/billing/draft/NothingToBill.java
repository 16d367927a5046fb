package io.counterfoil.billing.draft;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A draft over nothing: no item of the agreement waits, and no charge was given. */
public final class NothingToBill extends Refusal {

    public NothingToBill(UUID agreementId) {
        super(
                409,
                TroubleClass.SCHEMA,
                "Nothing of agreement " + agreementId + " waits to be billed",
                "Give charges of its own, or wait until something is due.");
    }
}
