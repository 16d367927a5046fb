package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;

/** A refusal of this code waits for people again. */
@UseCase
class DropRefusalRule {

    private final RefusalRules rules;

    @Inject
    DropRefusalRule(RefusalRules rules) {
        this.rules = rules;
    }

    void handle(String reasonCode) {
        rules.find(reasonCode).orElseThrow(() -> new NotFound("refusal rule", reasonCode));
        rules.remove(reasonCode);
    }
}
