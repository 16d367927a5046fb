package io.counterfoil.billing.subscription;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A subscription was to join an agreement of another customer, legal entity or currency. */
public final class OtherAgreement extends Refusal {

    public OtherAgreement(UUID agreementId) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Agreement " + agreementId + " is with another customer, legal entity or currency",
                "Name an agreement that fits, or none, and a new one is made.");
    }
}
