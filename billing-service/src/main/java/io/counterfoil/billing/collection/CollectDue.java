package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Attempt.Cause;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Begins the attempts of a set of an entity's invoices whose day has come. Each set is a transaction of its own. */
@UseCase
class CollectDue {

    private final Collections collections;
    private final Attempts attempts;
    private final BusinessClock clock;

    @Inject
    CollectDue(Collections collections, Attempts attempts, BusinessClock clock) {
        this.collections = collections;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** False when nothing was due. */
    boolean handle(LegalEntity entity, int size) {
        List<UUID> due = collections.claim(entity.legalEntityId(), entity.dateAt(clock.now()), size);
        due.forEach(invoice -> attempts.begin(invoice, Cause.SCHEDULE));
        return !due.isEmpty();
    }
}
