package io.counterfoil.ledger.journal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A document in another currency than its books can't be posted without a rate. */
public final class NoExchangeRate extends Refusal {
    NoExchangeRate(String document, String currency, String legalEntityId, String functionalCurrency) {
        super(
                422,
                TroubleClass.MAPPING,
                document + " is in " + currency + ", but the books of " + legalEntityId + " are kept in "
                        + functionalCurrency + " and there is no rate between them",
                "Publish a SPOT rate that is valid on that day by POST /v1/exchange-rates, let another person approve it, then replay.");
    }
}
