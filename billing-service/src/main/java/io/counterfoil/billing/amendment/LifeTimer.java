package io.counterfoil.billing.amendment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What happens to subscriptions when a day has come: trials begin, scheduled changes come into effect. */
@ApplicationScoped
class LifeTimer implements DueWork {

    @Inject
    ApplyDueChange apply;

    @Inject
    BeginSubscription begin;

    @Inject
    ChangeRows changes;

    @Inject
    Subscriptions subscriptions;

    @Inject
    LegalEntities entities;

    @Override
    public String name() {
        return "subscription-life";
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, LocalDate> next = new HashMap<>(changes.nextDays());
        subscriptions
                .nextBeginning()
                .forEach((entity, day) -> next.merge(entity, day, (a, b) -> a.isBefore(b) ? a : b));
        return entities.all().stream()
                .filter(entity -> next.containsKey(entity.legalEntityId()))
                .map(entity -> entity.startOf(next.get(entity.legalEntityId())))
                .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        return apply.handle() || begin.handle();
    }
}
