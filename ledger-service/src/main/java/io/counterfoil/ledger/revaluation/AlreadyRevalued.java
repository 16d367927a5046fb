package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A day's balances are valued once. */
public final class AlreadyRevalued extends Refusal {

    AlreadyRevalued(String legalEntityId, LocalDate date) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "The foreign balances of " + legalEntityId + " were valued as of " + date + " before",
                "Value them as of the next period's end.");
    }
}
