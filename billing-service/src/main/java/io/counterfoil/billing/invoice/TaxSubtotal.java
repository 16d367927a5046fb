package io.counterfoil.billing.invoice;

import io.counterfoil.billing.tax.Rate;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.common.money.Money;

/** The tax of one category, rate and jurisdiction, with the answer's source, as it was issued. */
public record TaxSubtotal(
        int number,
        TaxCategory category,
        Rate rate,
        String jurisdiction,
        Money taxable,
        Money tax,
        String exemptionReasonCode,
        String exemptionReason,
        String source) {

    static TaxSubtotal of(int number, TaxQuote.Subtotal quoted) {
        return new TaxSubtotal(
                number,
                quoted.applied().category(),
                quoted.applied().rate(),
                quoted.applied().jurisdiction(),
                quoted.taxable(),
                quoted.tax(),
                quoted.applied().reasonCode(),
                quoted.applied().reason(),
                quoted.applied().source());
    }
}
