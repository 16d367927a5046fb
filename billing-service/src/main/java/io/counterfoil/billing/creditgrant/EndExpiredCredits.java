package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.CreditExpired;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** Ends the next credits whose time is over, entity by entity. */
@UseCase
class EndExpiredCredits {

    private static final int SET = 100;

    private final CustomerCredits credits;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    EndExpiredCredits(CustomerCredits credits, LegalEntities entities, BusinessClock clock) {
        this.credits = credits;
        this.entities = entities;
        this.clock = clock;
    }

    /** Ends a set; false when nothing was left. */
    boolean handle() {
        Instant now = clock.now();
        int ended = 0;
        for (LegalEntity entity : entities.all()) {
            LocalDate today = entity.dateAt(now);
            ended += credits.expired(entity.legalEntityId(), today, SET).stream()
                    .mapToInt(credit -> {
                        Correlation.within(
                                Correlation.fresh("billing").continuing(credit.correlationId()),
                                () -> credits.end(credit, CreditExpired.Cause.EXPIRED, null, today, now));
                        return 1;
                    })
                    .sum();
        }
        return ended > 0;
    }
}
