package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** No rule says to which accounts something belongs; it is parked, never posted to a guess. */
public final class NoPostingRule extends Refusal {
    private NoPostingRule(String detail, String remedy) {
        super(422, TroubleClass.MAPPING, detail, remedy);
    }

    static NoPostingRule forPurpose(String legalEntityId, Purpose purpose, LocalDate date) {
        return new NoPostingRule(
                "No posting rule of " + legalEntityId + " for " + purpose + " holds on " + date,
                "Give one by PUT /v1/posting-rules/{id} that is valid on that date, let another person approve it, then replay.");
    }

    static NoPostingRule forItem(PostingRule rule, Item item, Traits traits) {
        return new NoPostingRule(
                "Posting rule " + rule.ruleId() + " version " + rule.version() + " has no line for " + item + " with "
                        + traits,
                "Add a line that covers it by PUT /v1/posting-rules/" + rule.ruleId()
                        + " (a new version), let another person approve it, then replay.");
    }
}
