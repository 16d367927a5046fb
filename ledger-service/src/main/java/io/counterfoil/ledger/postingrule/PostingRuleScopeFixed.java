package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A rule stays the rule of one legal entity for one purpose, through all its versions. */
public final class PostingRuleScopeFixed extends Refusal {
    PostingRuleScopeFixed(PostingRule rule) {
        super(
                409,
                TroubleClass.MAPPING,
                "Posting rule " + rule.ruleId() + " is the rule of " + rule.legalEntityId() + " for " + rule.purpose(),
                "Give the other one an id of its own.");
    }
}
