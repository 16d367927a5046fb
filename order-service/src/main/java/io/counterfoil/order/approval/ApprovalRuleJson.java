package io.counterfoil.order.approval;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Approval rules on the wire. */
public final class ApprovalRuleJson {

    private static final String PERSON = "[^\\s]{1,200}";
    private static final int FEWEST = 2;

    private ApprovalRuleJson() {}

    /** What is sent. */
    public record Terms(String legalEntityId, Money fromAmount, List<String> approvers) {

        ApprovalRule rule(String ruleId, int version) {
            List<FieldError> errors = new ArrayList<>();
            if (fromAmount == null || fromAmount.isNegative()) {
                errors.add(new FieldError("/fromAmount", "is required, and not below zero"));
            }
            List<String> named = approvers == null ? List.of() : approvers;
            if (!named.isEmpty() && new HashSet<>(named).size() < FEWEST) {
                errors.add(new FieldError("/approvers", "must name at least two people, or nobody"));
            }
            if (named.stream().anyMatch(one -> one == null || !one.matches(PERSON))) {
                errors.add(new FieldError("/approvers", "must be the subs of their tokens, without spaces"));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return new ApprovalRule(ruleId, legalEntityId, fromAmount, named, version);
        }
    }

    /** A rule as it is. */
    public record Rule(String ruleId, String legalEntityId, Money fromAmount, List<String> approvers, int version) {

        static Rule of(ApprovalRule rule) {
            return new Rule(rule.ruleId(), rule.legalEntityId(), rule.from(), rule.approvers(), rule.version());
        }
    }
}
