package io.counterfoil.order.approval;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.order.approval.ApprovalRuleJson.Terms;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says from which value on two people must approve. Quotes that were priced keep the rule that they were priced by. */
@UseCase
class PublishApprovalRule {

    private final ApprovalRules rules;

    @Inject
    PublishApprovalRule(ApprovalRules rules) {
        this.rules = rules;
    }

    ApprovalRule handle(String ruleId, Terms terms, String ifMatch) {
        Optional<ApprovalRule> known = rules.find(ruleId);
        ApprovalRule rule = terms.rule(ruleId, known.map(ApprovalRule::version).orElse(1));
        if (known.isPresent() && known.get().equals(rule)) {
            return rule;
        }
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        ApprovalRule next =
                terms.rule(ruleId, known.map(before -> before.version() + 1).orElse(1));
        rules.write(next);
        return next;
    }
}
