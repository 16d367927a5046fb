package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** A quote is taken back. */
@UseCase
class EndQuote {

    private final Quotes quotes;

    @Inject
    EndQuote(Quotes quotes) {
        this.quotes = quotes;
    }

    QuoteJson.View handle(UUID quoteId, String reason) {
        Quote quote = quotes.forChange(quoteId);
        quote.ended(QuoteState.WITHDRAWN, reason);
        quotes.moved(quote, reason);
        return quotes.changed(quote);
    }
}
