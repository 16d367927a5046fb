package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The last day of one quote has passed. */
@UseCase
class ExpireQuote {

    private final Quotes quotes;
    private final BusinessClock clock;

    @Inject
    ExpireQuote(Quotes quotes, BusinessClock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    /** False when there is none. */
    boolean handle() {
        Optional<UUID> outlived = quotes.outlived(clock.today(ZoneOffset.UTC));
        outlived.map(quotes::forChange).ifPresent(quote -> {
            quote.ended(QuoteState.EXPIRED, "valid until " + quote.validUntil());
            quotes.moved(quote, "its last day has passed");
        });
        return outlived.isPresent();
    }
}
