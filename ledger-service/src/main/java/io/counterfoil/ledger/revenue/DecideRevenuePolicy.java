package io.counterfoil.ledger.revenue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.UUID;

/** Decides how revenue is recognised of what is invoiced from now on. */
@UseCase
class DecideRevenuePolicy {

    private final RevenuePolicies policies;
    private final Books books;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    DecideRevenuePolicy(RevenuePolicies policies, Books books, Outbox outbox, BusinessClock clock) {
        this.policies = policies;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    RevenuePolicyJson handle(String legalEntityId, RevenuePolicyJson.Request request, String by) {
        books.of(legalEntityId);
        UUID id = EventIds.next();
        policies.add(id, legalEntityId, request, by, clock.now());
        outbox.publish(new RevenuePolicyDecided(
                id,
                legalEntityId,
                request.productId(),
                request.method().name(),
                request.remainder().name(),
                by,
                clock.now()));
        return new RevenuePolicyJson(legalEntityId, policies.of(legalEntityId));
    }
}
