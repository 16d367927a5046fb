package io.counterfoil.ledger.rate;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An exchange rate holds: another person than the one who proposed it has approved it.
 *
 * @param rawAnswer what its source answered, as it came; null where it was not kept
 */
public record RatePublished(
        UUID rateId,
        String source,
        String rateType,
        String baseCurrency,
        String quoteCurrency,
        LocalDate validFrom,
        LocalDate validTo,
        String rate,
        String rawAnswer,
        String proposedBy,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.rate.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return rateId.toString();
    }

    @Override
    public String partitionKey() {
        return baseCurrency + "/" + quoteCurrency;
    }
}
