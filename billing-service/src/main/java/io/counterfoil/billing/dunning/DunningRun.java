package io.counterfoil.billing.dunning;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Dunning falls due by the business clock, at the beginning of a day in the legal entity's time zone; what was suspended
 * and is paid now is taken up again at once.
 */
@ApplicationScoped
class DunningRun implements DueWork {

    private static final int SET = 500;

    @Inject
    OpenDunningCases open;

    @Inject
    AdvanceDunning advance;

    @Inject
    ReinstateSubscriptions reinstate;

    @Inject
    DunningCases cases;

    @Inject
    LegalEntities entities;

    @Inject
    BusinessClock clock;

    @Override
    public String name() {
        return "dunning";
    }

    @Override
    public Optional<Instant> nextDue() {
        if (!cases.reinstatable(1).isEmpty()) {
            return Optional.of(clock.now());
        }
        Map<String, LocalDate> next = new HashMap<>(cases.nextStep());
        cases.nextSweep().forEach((entity, day) -> next.merge(entity, day, (a, b) -> a.isBefore(b) ? a : b));
        return entities.all().stream()
                .filter(entity -> next.containsKey(entity.legalEntityId()))
                .map(entity -> entity.startOf(next.get(entity.legalEntityId())))
                .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        if (reinstate.handle(SET)) {
            return true;
        }
        Map<String, LocalDate> sweeps = cases.nextSweep();
        for (LegalEntity entity : entities.all()) {
            LocalDate today = entity.dateAt(clock.now());
            LocalDate sweep = sweeps.get(entity.legalEntityId());
            boolean opened = sweep != null && !sweep.isAfter(today) && open.handle(entity, SET);
            if (opened || advance.handle(entity, SET)) {
                return true;
            }
        }
        return false;
    }
}
