package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The billing run: work that falls due by the business clock, at the beginning of a day in the legal entity's time zone.
 *
 * <p>It bills set by set. A set that a refusal stops is taken order by order, and what can't be billed is held with an
 * exception, so that one order never stops its neighbours.
 */
@ApplicationScoped
class BillingRun implements DueWork {

    private static final int SET = 50;

    @Inject
    BillNextSet nextSet;

    @Inject
    BillOrder one;

    @Inject
    HoldUnbillable hold;

    @Inject
    Subscriptions subscriptions;

    @Inject
    LegalEntities entities;

    @Inject
    BusinessClock clock;

    @Override
    public String name() {
        return "billing-run";
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, LocalDate> next = subscriptions.nextDue();
        return entities.all().stream()
                .filter(entity -> next.containsKey(entity.legalEntityId()))
                .map(entity -> entity.startOf(next.get(entity.legalEntityId())))
                .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        try {
            return nextSet.handle(SET);
        } catch (Refusal stopped) {
            return billOneByOne();
        }
    }

    private boolean billOneByOne() {
        boolean any = false;
        for (LegalEntity entity : entities.all()) {
            List<UUID> due = subscriptions.due(entity.legalEntityId(), entity.dateAt(clock.now()), SET);
            for (UUID orderId : due) {
                billOrHold(orderId);
                any = true;
            }
        }
        return any;
    }

    private void billOrHold(UUID orderId) {
        try {
            one.handle(orderId);
        } catch (Refusal unbillable) {
            hold.handle(orderId, unbillable);
        }
    }
}
