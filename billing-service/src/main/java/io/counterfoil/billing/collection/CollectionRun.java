package io.counterfoil.billing.collection;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Collecting falls due by the business clock, at the beginning of a day in the legal entity's time zone. */
@ApplicationScoped
class CollectionRun implements DueWork {

    private static final int SET = 100;

    @Inject
    CollectDue collect;

    @Inject
    Collections collections;

    @Inject
    LegalEntities entities;

    @Inject
    BusinessClock clock;

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, LocalDate> next = collections.nextDays();
        return next.isEmpty()
                ? Optional.empty()
                : entities.all().stream()
                        .filter(entity -> next.containsKey(entity.legalEntityId()))
                        .map(entity -> entity.startOf(next.get(entity.legalEntityId())))
                        .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        for (LegalEntity entity : entities.all()) {
            if (collect.handle(entity, SET)) {
                return true;
            }
        }
        return false;
    }
}
