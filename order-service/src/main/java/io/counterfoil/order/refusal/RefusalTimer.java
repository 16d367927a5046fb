package io.counterfoil.order.refusal;

import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Looks when the next refusal becomes final. */
@ApplicationScoped
class RefusalTimer implements DueWork {

    private static final Logger LOG = Logger.getLogger(RefusalTimer.class.getName());

    /** An order that can't be taken back lets the others pass for so long. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Map<UUID, Instant> refused = new ConcurrentHashMap<>();

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
        Instant now = SystemTime.now();
        refused.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        try {
            return takeBack.handle(refused.keySet());
        } catch (CannotTakeBack one) {
            LOG.warning(one::getMessage);
            refused.put(one.orderId(), now);
            return true;
        }
    }
}
