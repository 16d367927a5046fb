package io.counterfoil.billing.tax;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Tax rates on the wire. */
public final class TaxRateJson {

    private TaxRateJson() {}

    /** What is published: the rate as a fraction and its validity; reasonCode where nothing is charged. */
    public record Publication(
            String rate,
            LocalDate validFrom,
            LocalDate validTo,
            @Size(max = 40) String reasonCode,
            @Size(max = 400) String reason,
            Boolean inclusive,
            TaxSource source,
            @Size(max = 10) List<ComponentJson> components) {

        /** A rate on top of the price, for one authority. */
        public Publication(String rate, LocalDate validFrom, LocalDate validTo, String reasonCode, String reason) {
            this(rate, validFrom, validTo, reasonCode, reason, null, null, null);
        }
    }

    /** The part of a rate that one authority gets. */
    public record ComponentJson(String authority, String rate) {}

    /** A published version. */
    public record TaxRateView(
            String jurisdiction,
            String category,
            int version,
            String rate,
            LocalDate validFrom,
            LocalDate validTo,
            String reasonCode,
            String reason,
            boolean inclusive,
            TaxSource source,
            List<ComponentJson> components) {}

    static TaxRateView view(TaxRate rate) {
        return new TaxRateView(
                rate.jurisdiction(),
                rate.category().name(),
                rate.version(),
                rate.rate().toString(),
                rate.validFrom(),
                rate.validTo(),
                rate.reasonCode(),
                rate.reason(),
                rate.inclusive(),
                rate.source(),
                rate.components().stream()
                        .map(part ->
                                new ComponentJson(part.authority(), part.rate().toString()))
                        .toList());
    }
}
