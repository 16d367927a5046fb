package io.counterfoil.ledger.recognition;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** What is not earned yet can't be recognised. */
public final class ThroughDateInFuture extends Refusal {
    ThroughDateInFuture(LocalDate through, String legalEntityId, LocalDate today) {
        super(
                422,
                TroubleClass.PERIOD_CLOSED,
                through + " is after today (" + today + ") at " + legalEntityId,
                "Recognise through today at the latest; each month end starts a run by itself.");
    }
}
