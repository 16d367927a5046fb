package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * Bills the next set of orders that have something due. Each set is a transaction of its own, so a run that is killed goes on
 * where it was, and replicas share the work without meeting.
 */
@UseCase
class BillNextSet {

    private final Subscriptions subscriptions;
    private final LegalEntities entities;
    private final BillDue billing;
    private final Runs runs;
    private final BusinessClock clock;

    @Inject
    BillNextSet(Subscriptions subscriptions, LegalEntities entities, BillDue billing, Runs runs, BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.entities = entities;
        this.billing = billing;
        this.runs = runs;
        this.clock = clock;
    }

    /** Bills up to {@code size} orders; false when nothing was due. */
    boolean handle(int size) {
        for (LegalEntity entity : entities.all()) {
            LocalDate today = entity.dateAt(clock.now());
            List<Account> due = subscriptions.claimDue(entity.legalEntityId(), today, size);
            if (!due.isEmpty()) {
                int invoices = billing.bill(due);
                runs.progress(entity.legalEntityId(), today, invoices, clock.now());
                return true;
            }
            runs.finish(entity.legalEntityId(), clock.now());
            if (subscriptions.expire(entity.legalEntityId(), today, clock.now()) > 0) {
                return true;
            }
        }
        return false;
    }
}
