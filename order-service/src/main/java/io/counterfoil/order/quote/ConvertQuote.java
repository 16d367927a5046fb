package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.intake.OrderAlreadyPlaced;
import io.counterfoil.order.intake.RequestCheck;
import io.counterfoil.order.intake.RequestCheck.CheckedRequest;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderJson;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.PriceAuthority;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The customer said yes: an approved quote becomes an order, and exactly one however often it is asked. */
@UseCase
class ConvertQuote {

    private final Quotes quotes;
    private final CheckTerms terms;
    private final ProcessBook processes;
    private final OrderBook orders;

    @Inject
    ConvertQuote(Quotes quotes, CheckTerms terms, ProcessBook processes, OrderBook orders) {
        this.quotes = quotes;
        this.terms = terms;
        this.processes = processes;
        this.orders = orders;
    }

    Outcome handle(UUID quoteId) {
        Quote quote = quotes.forChange(quoteId);
        if (quote.orderId() != null) {
            return new Outcome(orders.show(quote.orderId()), false);
        }
        if (quote.state() != QuoteState.APPROVED) {
            throw new IllegalMove("Quote " + quote.quoteNumber(), quote.state(), "become an order", List.of());
        }
        UUID orderId = place(quote);
        quote.converted(orderId);
        quotes.moved(quote, "order " + orderId);
        return new Outcome(orders.show(orderId), true);
    }

    private UUID place(Quote quote) {
        CheckedRequest request = RequestCheck.of(quote.request());
        AcceptableOrder agreed =
                terms.check(request.terms(), null, PriceAuthority.AGREED).order();
        ExternalReference external = quote.externalReference() == null
                ? new ExternalReference("quote", quote.quoteNumber())
                : quote.externalReference();
        return processes
                .orderPlaced(external, request.claim(), agreed)
                .orElseThrow(() -> new OrderAlreadyPlaced(external));
    }

    /** The order, and whether it is new. */
    record Outcome(OrderJson order, boolean created) {}
}
