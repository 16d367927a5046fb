package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.approval.Approval;
import io.counterfoil.order.quote.QuoteJson.Decision;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** One person says yes or no to a quote. */
@UseCase
class DecideQuote {

    private final Quotes quotes;
    private final BusinessClock clock;

    @Inject
    DecideQuote(Quotes quotes, BusinessClock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    QuoteJson.View handle(UUID quoteId, Decision decision) {
        Quote quote = quotes.forChange(quoteId);
        if (quote.state() != QuoteState.AWAITING_APPROVAL) {
            throw new IllegalMove("Quote " + quote.quoteNumber(), quote.state(), "be approved or rejected", List.of());
        }
        String person = Correlation.current().actor();
        QuoteState after = quote.decided(new Approval(person, decision.decision(), decision.comment(), clock.now()));
        if (after != QuoteState.AWAITING_APPROVAL) {
            quotes.moved(quote, decision.decision() + " by " + person);
        }
        return quotes.changed(quote);
    }
}
