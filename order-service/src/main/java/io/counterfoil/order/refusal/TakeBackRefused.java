package io.counterfoil.order.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes one order back whose refusal has become final by a rule. */
@UseCase
class TakeBackRefused {

    private final RefusalRules rules;
    private final FinalRefusals refusals;
    private final StuckOrders stuck;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    TakeBackRefused(
            RefusalRules rules, FinalRefusals refusals, StuckOrders stuck, AuditTrail audit, BusinessClock clock) {
        this.rules = rules;
        this.refusals = refusals;
        this.stuck = stuck;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is none. */
    boolean handle() {
        Optional<RefusalRules.Refused> found = rules.next(clock.now(), SystemTime.now());
        found.ifPresent(
                one -> Correlation.within(Correlation.current().continuing(one.correlationId()), () -> takeBack(one)));
        return found.isPresent();
    }

    private void takeBack(RefusalRules.Refused one) {
        try {
            refusals.takeBack(one.orderId(), one.reason());
            stuck.moves(one.orderId());
            JsonNode was = Json.strict().createObjectNode().put("state", "HELD");
            audit.keep(new Audited(
                    "order", one.orderId().toString(), "taken back", Audited.CLOCK, one.reason(), was, null));
        } catch (Refusal why) {
            throw new CannotTakeBack(one, why);
        }
    }

    /** Taking an order back is refused itself; nothing was changed. */
    static final class CannotTakeBack extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final transient RefusalRules.Refused order;
        private final Refusal why;

        CannotTakeBack(RefusalRules.Refused order, Refusal why) {
            super("order " + order.orderId() + " can't be taken back: " + why.code(), why);
            this.order = order;
            this.why = why;
        }

        RefusalRules.Refused order() {
            return order;
        }

        Refusal why() {
            return why;
        }
    }
}
