package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.intake.RequestCheck;
import io.counterfoil.order.intake.RequestCheck.CheckedRequest;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.PriceAuthority;
import jakarta.inject.Inject;
import java.util.UUID;

/** What a step needs to know of a quote before it asks others. */
@UseCase
class LookUpQuote {

    private final Quotes quotes;
    private final CheckTerms terms;

    @Inject
    LookUpQuote(Quotes quotes, CheckTerms terms) {
        this.quotes = quotes;
        this.terms = terms;
    }

    Snapshot handle(UUID quoteId) {
        Quote quote = quotes.get(quoteId);
        CheckedRequest request = RequestCheck.of(quote.request());
        return new Snapshot(
                quote.state(),
                request.claim(),
                terms.check(request.terms(), null, PriceAuthority.AGREED).order());
    }

    /** A quote outside of any transaction. */
    record Snapshot(QuoteState state, CustomerClaim claim, AcceptableOrder order) {}
}
