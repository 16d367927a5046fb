package io.counterfoil.ledger.dimension;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A posting would carry a value that its dimension does not have on that day. */
public final class UnknownDimensionValue extends Refusal {

    UnknownDimensionValue(DimensionJson dimension, String value, LocalDate day) {
        super(
                422,
                TroubleClass.MAPPING,
                "Dimension " + dimension.name() + " of " + dimension.legalEntityId() + " has no value '" + value
                        + "' on " + day,
                "Add it by PUT /v1/dimensions/" + dimension.legalEntityId() + "/" + dimension.name()
                        + ", or correct who sent it; then replay.");
    }
}
