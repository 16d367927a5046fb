package io.counterfoil.billing.dunning;

import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Makes cases of an entity's overdue invoices, a set at a time; when none is left, the day is noted. */
@UseCase
class OpenDunningCases {

    private final DunningCases cases;
    private final BusinessClock clock;

    @Inject
    OpenDunningCases(DunningCases cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** False when none was left. */
    boolean handle(LegalEntity entity, int size) {
        LocalDate today = entity.dateAt(clock.now());
        if (cases.open(entity.legalEntityId(), today, size) > 0) {
            return true;
        }
        cases.swept(entity.legalEntityId(), today);
        return false;
    }
}
