package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Says after how long a refusal is final; without a span it never is. */
@UseCase
class SetRefusalRule {

    private final RefusalRules rules;

    @Inject
    SetRefusalRule(RefusalRules rules) {
        this.rules = rules;
    }

    RefusalRule handle(String reasonCode, Duration finalAfter, String ifMatch) {
        Optional<RefusalRule> known = rules.find(reasonCode);
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        RefusalRule next = new RefusalRule(
                reasonCode,
                finalAfter,
                known.map(before -> before.version() + 1).orElse(1));
        rules.write(next);
        return next;
    }
}
