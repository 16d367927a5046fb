package io.counterfoil.billing.amendment;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    @Override
    public String name() {
        return "subscription-life";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(changes.next(), subscriptions.nextBeginning())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        return apply.handle() || begin.handle();
    }
}
