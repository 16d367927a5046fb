package io.counterfoil.order.pricebook;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;

/** Replaces a price book as a whole, or makes it. The same content again changes nothing. */
@UseCase
class PublishPriceBook {

    private final PriceBooks books;
    private final BusinessClock clock;

    @Inject
    PublishPriceBook(PriceBooks books, BusinessClock clock) {
        this.books = books;
        this.clock = clock;
    }

    Outcome handle(String priceBookId, String name, BookScope scope, List<PriceEntry> entries, String ifMatch) {
        books.speakingFor(scope, priceBookId).ifPresent(other -> {
            throw new PriceBookScopeTaken(scope.whom().legalEntityId(), other);
        });
        PriceBook known = books.findForChange(priceBookId).orElse(null);
        if (known == null) {
            PriceBook book = new PriceBook(priceBookId);
            book.replace(name, scope, entries, clock.now());
            return new Outcome(books.added(book), true);
        }
        int before = known.version();
        if (known.replace(name, scope, entries, clock.now())) {
            ETags.require(ifMatch, before);
        }
        return new Outcome(books.written(known), false);
    }

    /** The book as it is now, and whether it is new. */
    record Outcome(PriceBook book, boolean created) {}
}
