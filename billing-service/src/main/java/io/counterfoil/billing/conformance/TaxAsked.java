package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Category;
import io.counterfoil.billing.conformance.RatingJson.Part;
import io.counterfoil.billing.conformance.RatingJson.Subtotal;
import io.counterfoil.billing.conformance.RatingJson.Tax;
import io.counterfoil.billing.tax.ApplicableRate;
import io.counterfoil.billing.tax.ApplicableRate.Component;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.common.http.Invalid;
import java.math.BigDecimal;
import java.util.List;

/** A tax as it is given with a question, and as it is answered. Its category goes by as the source of the answer. */
final class TaxAsked {

    private static final String WHOLE = "given";

    private TaxAsked() {}

    static ApplicableRate rate(Tax tax) {
        List<Part> parts = tax.components() == null ? List.of() : tax.components();
        if (!parts.isEmpty() && !addUp(parts, tax.rate())) {
            throw new Invalid("/items", "the components of a tax must add up to its rate, " + tax.rate());
        }
        return new ApplicableRate(
                WHOLE,
                tax.category().computedAs(),
                Rate.of(tax.rate()),
                tax.reasonCode(),
                null,
                tax.category().name(),
                Boolean.TRUE.equals(tax.inclusive()),
                parts.stream()
                        .map(part -> new Component(part.authority(), Rate.of(part.rate())))
                        .toList());
    }

    static Subtotal answer(TaxQuote.Subtotal subtotal) {
        ApplicableRate applied = subtotal.applied();
        return new Subtotal(
                Category.valueOf(applied.source()),
                applied.rate().toString(),
                WHOLE.equals(applied.jurisdiction()) ? null : applied.jurisdiction(),
                applied.reasonCode(),
                subtotal.taxable(),
                subtotal.tax());
    }

    private static boolean addUp(List<Part> parts, String rate) {
        return parts.stream()
                        .map(part -> new BigDecimal(part.rate()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(new BigDecimal(rate))
                == 0;
    }
}
