package io.counterfoil.order.approval;

import io.counterfoil.common.money.Money;
import java.util.List;

/**
 * From a value on, two of these people must approve.
 *
 * @param legalEntityId null where it is for all
 * @param approvers by the {@code sub} of their tokens; anybody with the right where none is named
 */
record ApprovalRule(String ruleId, String legalEntityId, Money from, List<String> approvers, int version) {}
