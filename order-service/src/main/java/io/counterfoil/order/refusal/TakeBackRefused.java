package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Takes one order back whose refusal has become final by a rule. */
@UseCase
class TakeBackRefused {

    private final RefusalRules rules;
    private final FinalRefusals refusals;
    private final BusinessClock clock;

    @Inject
    TakeBackRefused(RefusalRules rules, FinalRefusals refusals, BusinessClock clock) {
        this.rules = rules;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * False when there is none.
     *
     * @param passed those to leave alone
     */
    boolean handle(Collection<UUID> passed) {
        Optional<RefusalRules.Refused> found = rules.next(clock.now(), passed);
        found.ifPresent(
                one -> Correlation.within(Correlation.current().continuing(one.correlationId()), () -> takeBack(one)));
        return found.isPresent();
    }

    private void takeBack(RefusalRules.Refused one) {
        try {
            refusals.takeBack(one.orderId(), one.reason());
        } catch (Refusal why) {
            throw new CannotTakeBack(one.orderId(), why);
        }
    }

    /** Taking an order back is refused itself; nothing was changed. */
    static final class CannotTakeBack extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final UUID orderId;

        CannotTakeBack(UUID orderId, Refusal why) {
            super("order " + orderId + " can't be taken back: " + why.code(), why);
            this.orderId = orderId;
        }

        UUID orderId() {
            return orderId;
        }
    }
}
