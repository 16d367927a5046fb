package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** What a currency was worth at the period's end is not known. */
public final class NoClosingRate extends Refusal {

    NoClosingRate(String currency, String functional, LocalDate date) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "No rate of " + currency + " in " + functional + " is valid on " + date,
                "Publish a CLOSING or SPOT rate by POST /v1/exchange-rates and let another person approve it.");
    }
}
