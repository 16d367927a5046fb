package io.counterfoil.order.quote;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Quotes end the day after their last one. */
@ApplicationScoped
class QuoteExpiryTimer implements DueWork {

    @Inject
    Quotes quotes;

    @Inject
    ExpireQuote expire;

    @Override
    public String name() {
        return "quote-expiry";
    }

    @Override
    public Optional<Instant> nextDue() {
        return quotes.nextEnd()
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public boolean workOnce() {
        return expire.handle();
    }
}
