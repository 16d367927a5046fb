package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who gives a posting rule doesn't decide on it. */
public final class RuleNeedsAnotherPerson extends Refusal {

    RuleNeedsAnotherPerson(PostingRule rule) {
        super(
                403,
                TroubleClass.MAPPING,
                "Posting rule " + rule.ruleId() + " version " + rule.version() + " was given by the same person",
                "Let another person decide.");
    }
}
