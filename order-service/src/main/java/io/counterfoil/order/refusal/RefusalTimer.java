package io.counterfoil.order.refusal;

import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/** Looks when the next refusal becomes final. */
@ApplicationScoped
class RefusalTimer implements DueWork {

    private static final Logger LOG = Logger.getLogger(RefusalTimer.class.getName());

    /** An order that can't be taken back lets the others pass for so long. */
    static final Duration PAUSE = Duration.ofMinutes(10);

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
            LOG.warning(one::getMessage);
            passOver.handle(one.orderId(), one.code(), SystemTime.now().plus(PAUSE));
            return true;
        }
    }
}
