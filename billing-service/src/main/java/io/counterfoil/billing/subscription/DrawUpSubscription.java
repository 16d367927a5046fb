package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.http.Invalid;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Draws up a subscription with its charges from what is wanted and the plan as it is published. */
@Dependent
class DrawUpSubscription {

    private final Plans plans;
    private final Policies policies;

    @Inject
    DrawUpSubscription(Plans plans, Policies policies) {
        this.plans = plans;
        this.policies = policies;
    }

    Account draw(
            Wanted wanted,
            Agreement agreement,
            UUID id,
            String number,
            Optional<Subscription> bundle,
            LocalDate today) {
        LocalDate start = wanted.startDate() == null ? today : wanted.startDate();
        LocalDate end = wanted.endFrom(start);
        if (end != null && !end.isAfter(start)) {
            throw new Invalid("/endDate", "must be after the first day");
        }
        Plan plan = plans.of(List.of(wanted.planId())).validOn(wanted.planId(), start);
        Charge first = plan.charges().stream()
                .filter(charge -> charge.kind() != Charge.Kind.ONE_TIME)
                .findFirst()
                .orElseThrow(() -> new Invalid("/planId", "charges only once: there is nothing to subscribe to"));
        if (wanted.unitPrice() == null && plan.charges().stream().anyMatch(Charge::isPricedByOrder)) {
            throw new Invalid("/unitPrice", "is required: a charge of the plan has no list price");
        }
        Sale sale = wanted.sale(agreement, id, plan);
        PolicyBook book = policies.book(List.of(Scope.of(agreement.legalEntityId(), agreement.contractId())));
        Plan sold = sale.asSold(plan, book, agreement.contractId(), start);
        int trial = wanted.trialDays() == null ? FirstCharges.trialDays(plan) : wanted.trialDays();
        LocalDate from = start.plusDays(trial);
        Integer anchorDay = anchorDay(agreement, plan, first, bundle, start);
        FirstCharges charges = new FirstCharges(id, sale, start, from, end, anchorDay, start);
        Subscription subscription = Subscription.agreed(id, number, plan, sale, start, from, end);
        return new Account(
                agreement,
                charges.of(sold),
                List.of(bundle.map(base -> subscription.bundledWith(base.subscriptionId()))
                        .orElse(subscription)));
    }

    /** The day of the month on which cycles begin, by the alignment of the plan's first charge; null for its own. */
    private Integer anchorDay(
            Agreement agreement, Plan plan, Charge first, Optional<Subscription> bundle, LocalDate start) {
        Scope scope = new Scope(
                agreement.legalEntityId(), agreement.contractId(), Scope.chargeKey(plan.planId(), first.chargeId()));
        return switch (policies.value(PolicyName.BILLING_ALIGNMENT, scope, start)
                .value()) {
            case "ACCOUNT" -> agreement.anchorDay();
            case "BUNDLE" ->
                bundle.map(base -> base.chargedFrom().getDayOfMonth()).orElse(null);
            default -> null;
        };
    }
}
