package io.counterfoil.billing.discount;

import io.counterfoil.billing.discount.Discounts.Items;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.rating.Commitment;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is missing to what a customer promised to spend: for each period of the promise that is over with this bill, less what was billed
 * of the subscription for it before and what this bill adds.
 */
@Dependent
class TrueUps {

    private final DiscountRows rows;
    private final Policies policies;

    @Inject
    TrueUps(DiscountRows rows, Policies policies) {
        this.rows = rows;
        this.policies = policies;
    }

    List<BillableItem> of(Items bill, Map<String, Plan> plans, Map<UUID, Account> accounts) {
        Map<UUID, List<BillableItem>> bySubscription = bill.items().stream()
                .filter(item -> item.subscriptionId() != null && item.priceId() != null)
                .collect(Collectors.groupingBy(BillableItem::subscriptionId, LinkedHashMap::new, Collectors.toList()));
        List<BillableItem> made = new ArrayList<>();
        bySubscription.forEach((id, items) -> items.stream()
                .map(item -> plans.get(PlanTerms.version(item.priceId())))
                .filter(Objects::nonNull)
                .filter(plan -> plan.commitment() != null)
                .findFirst()
                .ifPresent(plan -> made.addAll(missing(plan.commitment(), items, accounts.get(id), bill.day()))));
        return made;
    }

    private List<BillableItem> missing(
            Plan.Commitment promise, List<BillableItem> items, Account account, LocalDate day) {
        String currency = items.get(0).net().currency();
        Money minimum = promise.minimums().get(currency);
        List<BillableItem> made = new ArrayList<>();
        if (minimum == null || account == null) {
            return made;
        }
        for (ServicePeriod period : over(promise, items, account, day)) {
            Share share = dialect(promise, account).share(promise.period(), account.start(), period);
            Money spent =
                    rows.billed(account.subscriptionId(), period, currency).plus(here(items, period, currency));
            Money missing = new Commitment(minimum).trueUp(share, spent);
            boolean billed = rows.isBilled(MadeItems.trueUpId(account.subscriptionId(), period));
            if (missing.isPositive() && !billed) {
                made.add(MadeItems.trueUp(items.get(0), period, missing));
            }
        }
        return made;
    }

    /** As the promise says, or as whatever was sold with it. */
    private Proration dialect(Plan.Commitment promise, Account account) {
        return promise.dialect() != null
                ? promise.dialect()
                : policies.value(PolicyName.PRORATION_DIALECT, account.scope(), account.start())
                        .as(Proration.class);
    }

    /** The periods of the promise that ended since the first of these items fell due, and up to the day of the bill. */
    private static List<ServicePeriod> over(
            Plan.Commitment promise, List<BillableItem> items, Account account, LocalDate day) {
        LocalDate first = items.stream()
                .map(BillableItem::dueOn)
                .min(LocalDate::compareTo)
                .orElse(day);
        List<ServicePeriod> periods = new ArrayList<>();
        if (!first.isAfter(account.start())) {
            first = account.start().plusDays(1);
        }
        ServicePeriod full = promise.period().around(account.start(), first.minusDays(1));
        while (!full.end().isAfter(day)
                || account.end() != null && !account.end().isAfter(day)) {
            ServicePeriod period = account.within(full);
            if (period == null) {
                break;
            }
            periods.add(period);
            full = promise.period().around(account.start(), full.end());
        }
        return periods;
    }

    private static Money here(List<BillableItem> items, ServicePeriod period, String currency) {
        return items.stream()
                .filter(item ->
                        item.period() != null && period.contains(item.period().start()))
                .map(BillableItem::net)
                .reduce(Money.zero(currency), Money::plus);
    }
}
