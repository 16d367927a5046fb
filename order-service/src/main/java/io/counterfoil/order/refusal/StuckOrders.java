package io.counterfoil.order.refusal;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.refusal.RefusalRules.Refused;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Orders that are finally refused and can't be taken back: each is an exception that somebody owns, once. */
@Dependent
class StuckOrders {

    static final String ORIGIN = "final-refusal";

    /** So long one lets the others pass, at every replica; then it is tried again. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");

    private final RefusalRules rules;
    private final Troubles troubles;

    @Inject
    StuckOrders(RefusalRules rules, Troubles troubles) {
        this.rules = rules;
        this.troubles = troubles;
    }

    /** One was met; what was tried has left nothing. Whose exception was waived stays as it is. */
    void add(CannotTakeBack one) {
        Refused order = one.order();
        String subject = order.orderId().toString();
        boolean isOpen = !troubles.open(ORIGIN, subject).isEmpty();
        boolean isLeft = !isOpen && troubles.isWaived(ORIGIN, subject);
        if (!isOpen && !isLeft) {
            park(one, subject);
        }
        rules.passOver(
                order.orderId(),
                one.why().code(),
                isLeft ? FOR_GOOD : SystemTime.now().plus(PAUSE));
    }

    private void park(CannotTakeBack one, String subject) {
        byte[] original = Json.write(one.order()).getBytes(StandardCharsets.UTF_8);
        Correlation.within(
                Correlation.current().continuing(one.order().correlationId()),
                () -> troubles.park(Parked.of(ORIGIN, subject, one.why(), "application/json", original, null)));
    }

    /** It could be taken back after all. */
    void moves(UUID orderId) {
        troubles.settle(ORIGIN, orderId.toString(), Correlation.current().actor(), "order taken back");
    }
}
