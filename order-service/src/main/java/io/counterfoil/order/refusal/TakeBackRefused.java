package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.Optional;

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

    /** False when there is none. */
    boolean handle() {
        Optional<RefusalRules.Refused> found = rules.next(clock.now());
        found.ifPresent(one -> Correlation.within(
                Correlation.current().continuing(one.correlationId()),
                () -> refusals.takeBack(one.orderId(), one.reason())));
        return found.isPresent();
    }
}
