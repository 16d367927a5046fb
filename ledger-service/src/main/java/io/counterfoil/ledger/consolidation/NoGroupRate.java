package io.counterfoil.ledger.consolidation;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A legal entity's books can't be added to the group's, for what they are worth there is not known. */
public final class NoGroupRate extends Refusal {

    NoGroupRate(String base, String currency, LocalDate day) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "No rate of " + base + " in " + currency + " is valid on " + day,
                "Publish a CLOSING and an AVERAGE rate, or a SPOT rate, by POST /v1/exchange-rates and let another person approve it.");
    }
}
