package io.counterfoil.billing.dunning;

import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Makes cases of an entity's overdue invoices, a set at a time; when none is left, the day is noted. */
@UseCase
class OpenDunningCases {

    private final DunningCases cases;
    private final DunningTrail trail;
    private final BusinessClock clock;

    @Inject
    OpenDunningCases(DunningCases cases, DunningTrail trail, BusinessClock clock) {
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** False when none was left. */
    boolean handle(LegalEntity entity, int size) {
        LocalDate today = entity.dateAt(clock.now());
        List<DunningCase> opened = cases.open(entity.legalEntityId(), today, size);
        if (!opened.isEmpty()) {
            trail.opened(opened);
            return true;
        }
        cases.swept(entity.legalEntityId(), today);
        return false;
    }
}
