package io.counterfoil.order.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** What other capabilities may ask about prices. */
@Dependent
public class PriceList {

    private final PriceBooks books;

    @Inject
    PriceList(PriceBooks books) {
        this.books = books;
    }

    /** The listed price with its tolerance, from the legal entity's own book or the one for all. */
    public Optional<ListedPrice> listed(String legalEntityId, String productId, String currency) {
        return books.listed(legalEntityId, productId, currency)
                .map(entry -> new ListedPrice(entry.unitPrice(), entry.tolerance()));
    }

    /** A price of a book and the share by which an order may differ from it. */
    public record ListedPrice(UnitPrice unitPrice, ToleratedShare tolerance) {

        public boolean allows(UnitPrice asked) {
            return asked.isWithin(tolerance, unitPrice);
        }
    }
}
