package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.db.DatabaseFailure;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The billing run: work that falls due by the business clock, at the beginning of a day in the legal entity's time zone.
 *
 * <p>It bills set by set, several at once. A set that is refused, or fails unexpectedly, is taken agreement by agreement, and
 * what can't be billed is held with an exception, so that none ever stops its neighbours. When the database is away all stays
 * due.
 */
@ApplicationScoped
class BillingRun implements DueWork {

    private static final Logger LOG = Logger.getLogger(BillingRun.class.getName());
    private static final int SET = 1_000;

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

    @Inject
    RunWorkers workers;

    @Override
    public String name() {
        return "billing-run";
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, LocalDate> next = subscriptions.nextDue();
        return Stream.concat(
                        subscriptions.nextDueElsewhere().stream(),
                        entities.all().stream()
                                .filter(entity -> next.containsKey(entity.legalEntityId()))
                                .map(entity -> entity.startOf(next.get(entity.legalEntityId()))))
                .min(Instant::compareTo);
    }

    /** A set, and where there is more than one, all the others too. */
    @Override
    public boolean workOnce() {
        if (!billSet()) {
            return false;
        }
        workers.together("timer:" + name(), this::billSet);
        return true;
    }

    private boolean billSet() {
        try {
            return nextSet.handle(SET);
        } catch (RuntimeException stopped) {
            if (DatabaseFailure.isPassing(stopped)) {
                throw stopped;
            }
            return billOneByOne();
        }
    }

    private boolean billOneByOne() {
        boolean any = false;
        for (LegalEntity entity : entities.all()) {
            List<UUID> due = subscriptions.due(entity.legalEntityId(), entity.dateAt(clock.now()), SET);
            for (UUID agreementId : due) {
                billOrHold(agreementId);
                any = true;
            }
        }
        return any;
    }

    private void billOrHold(UUID agreementId) {
        try {
            one.handle(agreementId);
        } catch (Refusal unbillable) {
            hold.handle(agreementId, unbillable);
        } catch (RuntimeException failed) {
            if (DatabaseFailure.isPassing(failed)) {
                throw failed;
            }
            LOG.log(Level.WARNING, failed, () -> "agreement " + agreementId + " can't be billed and is held");
            hold.handle(agreementId, new UnexpectedFailure(failed));
        }
    }
}
