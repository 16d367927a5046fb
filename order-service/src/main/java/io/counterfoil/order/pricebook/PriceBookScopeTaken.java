package io.counterfoil.order.pricebook;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Two price books can't speak for the same legal entity: nobody would know which price holds. */
public final class PriceBookScopeTaken extends Refusal {

    public PriceBookScopeTaken(String legalEntityId, String otherBook) {
        super(
                409,
                TroubleClass.PRICE,
                "The price book '" + otherBook + "' already speaks for "
                        + (legalEntityId == null ? "all legal entities without a book of their own" : legalEntityId),
                "Change that book, or name another legal entity.");
    }
}
