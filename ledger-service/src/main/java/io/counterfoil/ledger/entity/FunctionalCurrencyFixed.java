package io.counterfoil.ledger.entity;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The currency in which books are kept can't change under them. */
public final class FunctionalCurrencyFixed extends Refusal {
    FunctionalCurrencyFixed(String legalEntityId, String currency) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "The books of " + legalEntityId + " are kept in " + currency,
                "Publish another legal entity for books in another currency.");
    }
}
