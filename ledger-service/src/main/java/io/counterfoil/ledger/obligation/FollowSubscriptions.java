package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;

/** What is not served is not earned: a subscription that rests holds its obligations, one that ends terminates them. */
@ApplicationScoped
class FollowSubscriptions implements EventHandler {

    @Inject
    Obligations obligations;

    @Inject
    Books books;

    @Inject
    BusinessClock clock;

    @Override
    public Set<String> types() {
        return Set.of(SubscriptionMoved.SUSPENDED, SubscriptionMoved.RESUMED, SubscriptionMoved.CANCELLED);
    }

    @Override
    public void handle(Envelope event) {
        SubscriptionMoved moved = event.dataAs(SubscriptionMoved.class);
        LocalDate toldOn = books.of(moved.legalEntityId()).dayOf(moved.effectiveAt());
        obligations.act(moved.acts(event, toldOn, clock.now()));
    }
}
