package io.counterfoil.order.refusal;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks when the next refusal becomes final. */
@ApplicationScoped
class RefusalTimer implements DueWork {

    @Inject
    RefusalRules rules;

    @Inject
    TakeBackRefused takeBack;

    @Override
    public String name() {
        return "final-refusals";
    }

    @Override
    public Optional<Instant> nextDue() {
        return rules.nextDue();
    }

    @Override
    public boolean workOnce() {
        return takeBack.handle();
    }
}
