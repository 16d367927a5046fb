package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.ledger.postingrule.PostingRule;

/** What people enter is posted when they enter it: there are no past events to try such a rule against. */
final class PurposeNotTried extends Refusal {

    PurposeNotTried(PostingRule rule) {
        super(
                422,
                TroubleClass.MAPPING,
                "Posting rule " + rule.ruleId() + " is for " + rule.purpose() + ", which no event causes",
                "Draft the manual entry that it is for: its postings show before anybody approves it.");
    }
}
