package io.counterfoil.order.refusal;

import io.counterfoil.common.time.DueWork;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
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

    @Inject
    PassOverRefused passOver;

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
        try {
            return takeBack.handle();
        } catch (CannotTakeBack one) {
            passOver.handle(one);
            return true;
        }
    }
}
