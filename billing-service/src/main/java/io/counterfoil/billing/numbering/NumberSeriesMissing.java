package io.counterfoil.billing.numbering;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A legal entity has no series from which its documents get their numbers. */
public final class NumberSeriesMissing extends Refusal {

    public NumberSeriesMissing(String legalEntityId, String series) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Legal entity " + legalEntityId + " has no number series " + series,
                "Publish it with PUT /v1/number-series/" + legalEntityId + "/" + series + ", then replay.");
    }
}
