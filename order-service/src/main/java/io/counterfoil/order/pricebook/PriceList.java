package io.counterfoil.order.pricebook;

import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What other capabilities may ask about prices. */
@Dependent
public class PriceList {

    private final PriceBooks books;

    @Inject
    PriceList(PriceBooks books) {
        this.books = books;
    }

    /** The prices of these products as of a day, each from the book that speaks most closely for the scope. */
    public Map<String, ListedPrice> listed(
            PriceScope scope, Collection<String> productIds, String currency, LocalDate asOf) {
        return productIds.isEmpty()
                ? Map.of()
                : Gathering.once(
                        PriceList.class,
                        List.of(scope, List.copyOf(productIds), String.valueOf(currency), asOf),
                        () -> books.listed(scope, productIds, currency, asOf));
    }

    /** Whether a legal entity sells anything in a currency on a day: the pair of them is as good as a price book says it is. */
    public boolean sells(String legalEntityId, String currency, LocalDate asOf) {
        return books.sells(legalEntityId, currency, asOf);
    }
}
