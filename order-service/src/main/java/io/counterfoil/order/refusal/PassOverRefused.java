package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** An order that can't be taken back lets the others pass for a while, at every replica. */
@UseCase
class PassOverRefused {

    private final RefusalRules rules;

    @Inject
    PassOverRefused(RefusalRules rules) {
        this.rules = rules;
    }

    void handle(UUID orderId, String code, Instant until) {
        rules.passOver(orderId, code, until);
    }
}
