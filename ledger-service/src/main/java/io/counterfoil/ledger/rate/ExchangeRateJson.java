package io.counterfoil.ledger.rate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An exchange rate as it travels: one unit of the base currency in the quote currency. */
public record ExchangeRateJson(
        UUID rateId,
        String source,
        String type,
        String baseCurrency,
        String quoteCurrency,
        LocalDate validFrom,
        LocalDate validTo,
        String rate,
        String state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt) {

    /** What may be told of a rate; with what the source answered, as it came. */
    public record Request(
            @NotNull @Size(min = 1, max = 60) String source,
            @NotNull @Pattern(regexp = "SPOT|CLOSING|AVERAGE") String type,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String baseCurrency,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String quoteCurrency,
            @NotNull LocalDate validFrom,
            LocalDate validTo,
            @NotNull @Pattern(regexp = "\\d{1,12}(\\.\\d{1,12})?") String rate,
            @Size(max = 10000) String rawAnswer) {}
}
