package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import jakarta.inject.Inject;
import java.util.UUID;

/** billing-service has said what the invoices would be: the quote waits for approval, or stands. */
@UseCase
class RecordFigures {

    private final Quotes quotes;

    @Inject
    RecordFigures(Quotes quotes) {
        this.quotes = quotes;
    }

    void handle(UUID quoteId, OrderPreview figures) {
        Quote quote = quotes.forChange(quoteId);
        if (quote.state() == QuoteState.PRICING) {
            quote.priced(figures);
            quotes.moved(quote, "priced by billing");
        }
    }
}
