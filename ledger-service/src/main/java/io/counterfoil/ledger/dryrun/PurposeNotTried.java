package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.ledger.postingrule.PostingRule;

/** What people enter line by line, and what takes it back, is posted by no rule. */
final class PurposeNotTried extends Refusal {

    PurposeNotTried(PostingRule rule) {
        super(
                422,
                TroubleClass.MAPPING,
                "Posting rule " + rule.ruleId() + " is for " + rule.purpose() + ", which is posted by no rule",
                "Draft the manual entry that it is for: its postings show before anybody approves it.");
    }
}
