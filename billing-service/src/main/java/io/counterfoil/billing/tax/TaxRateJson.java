package io.counterfoil.billing.tax;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Tax rates on the wire. */
public final class TaxRateJson {

    private TaxRateJson() {}

    /** What is published: the rate as a fraction and its validity; reasonCode where nothing is charged. */
    public record Publication(
            String rate,
            LocalDate validFrom,
            LocalDate validTo,
            @Size(max = 40) String reasonCode,
            @Size(max = 400) String reason) {}

    /** A published version. */
    public record TaxRateView(
            String jurisdiction,
            String category,
            int version,
            String rate,
            LocalDate validFrom,
            LocalDate validTo,
            String reasonCode,
            String reason) {}

    static TaxRateView view(TaxRate rate) {
        return new TaxRateView(
                rate.jurisdiction(),
                rate.category().name(),
                rate.version(),
                rate.rate().toString(),
                rate.validFrom(),
                rate.validTo(),
                rate.reasonCode(),
                rate.reason());
    }
}
