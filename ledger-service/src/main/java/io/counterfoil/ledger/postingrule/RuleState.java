package io.counterfoil.ledger.postingrule;

import java.time.Instant;

/** Who gave a version of a rule, and what another person said to it. */
record RuleState(String name, String givenBy, String decidedBy, Instant decidedAt) {

    static final String PROPOSED = "PROPOSED";

    static RuleState proposed(String by) {
        return new RuleState(PROPOSED, by, null, null);
    }
}
