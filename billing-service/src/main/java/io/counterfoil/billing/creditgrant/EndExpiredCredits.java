package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditExpired;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Ends the next credits whose time is over, entity by entity. */
@UseCase
class EndExpiredCredits {

    private static final int SET = 100;

    private final CustomerCredits credits;
    private final LegalEntities entities;
    private final AuditTrail trail;
    private final BusinessClock clock;

    @Inject
    EndExpiredCredits(CustomerCredits credits, LegalEntities entities, AuditTrail trail, BusinessClock clock) {
        this.trail = trail;
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
                                Correlation.current().continuing(credit.correlationId()),
                                () -> end(credit, today, now));
                        return 1;
                    })
                    .sum();
        }
        return ended > 0;
    }

    private void end(Credit credit, LocalDate today, Instant now) {
        Credit ended = credits.end(credit, CreditExpired.Cause.EXPIRED, null, today, now);
        trail.keepOfTimer(() -> List.of(
                Audited.byClock("customer-credit", credit.creditId(), "expired", null, left(credit), left(ended))));
    }

    private static Map<String, Money> left(Credit credit) {
        return Map.of("remaining", credit.remaining(), "ended", credit.ended());
    }
}
