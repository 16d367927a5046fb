package io.counterfoil.billing.numbering;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A series that has given out numbers keeps its pattern and its fiscal year. */
public final class NumberSeriesInUse extends Refusal {

    public NumberSeriesInUse(String legalEntityId, String series) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Series " + series + " of " + legalEntityId + " has given out numbers and can't change",
                "Publish another series.");
    }
}
