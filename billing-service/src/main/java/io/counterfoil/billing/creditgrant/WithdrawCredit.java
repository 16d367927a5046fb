package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditExpired;
import io.counterfoil.billing.customercredit.CreditIsBeingPaidOut;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Takes back what is left of a credit; what was used stays used. */
@UseCase
class WithdrawCredit {

    private final CustomerCredits credits;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    WithdrawCredit(CustomerCredits credits, LegalEntities entities, BusinessClock clock) {
        this.credits = credits;
        this.entities = entities;
        this.clock = clock;
    }

    Credit handle(UUID creditId) {
        Credit credit = credits.lock(creditId).orElseThrow(() -> new NotFound("customer credit", creditId));
        if (credits.isBeingPaidOut(credit)) {
            throw new CreditIsBeingPaidOut(creditId);
        }
        Instant now = clock.now();
        return credits.end(
                credit,
                CreditExpired.Cause.WITHDRAWN,
                Correlation.current().actor(),
                entities.byId(credit.legalEntityId()).dateAt(now),
                now);
    }
}
