package io.counterfoil.billing.tax;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** No rate is published for a category in a jurisdiction on the tax point. */
public final class TaxRateMissing extends Refusal {

    public TaxRateMissing(String jurisdiction, TaxCategory category, LocalDate day) {
        super(
                409,
                TroubleClass.TAX,
                "No tax rate is published for category " + category + " in " + jurisdiction + " on " + day,
                "Publish it with PUT /v1/tax-rates/" + jurisdiction + "/" + category + ", then replay.");
    }
}
