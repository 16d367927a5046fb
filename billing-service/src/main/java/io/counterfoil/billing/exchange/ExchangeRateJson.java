package io.counterfoil.billing.exchange;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Rates of exchange on the wire. */
public final class ExchangeRateJson {

    private ExchangeRateJson() {}

    /** What is published. */
    public record Publication(String rate, LocalDate validFrom, @Size(max = 200) String source) {}

    /** A published rate. */
    public record View(String from, String to, LocalDate validFrom, int version, String rate, String source) {}

    static View view(ExchangeRate rate) {
        return new View(
                rate.from(),
                rate.to(),
                rate.validFrom(),
                rate.version(),
                rate.value().toPlainString(),
                rate.source());
    }
}
