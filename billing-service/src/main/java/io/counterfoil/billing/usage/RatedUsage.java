package io.counterfoil.billing.usage;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.Consumption;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.common.event.EventIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rates what was used, a set of charges at a time: the periods that are over, and those before them in which something may have come
 * late. A period whose figures changed since its last rating gives an item over the difference. Missing usage stops nothing.
 */
@Dependent
public class RatedUsage {

    private final UsageFigures figures;
    private final Accruals accruals;
    private final Meters meters;
    private final Policies policies;

    @Inject
    RatedUsage(UsageFigures figures, Accruals accruals, Meters meters, Policies policies) {
        this.figures = figures;
        this.accruals = accruals;
        this.meters = meters;
        this.policies = policies;
    }

    /** The charges of an agreement that may have been used, and the day up to which they are billed. */
    public record Due(Agreement agreement, List<OrderCharge> charges, LocalDate through) {}

    /** What goes on the invoice of an agreement, and what is told of it. */
    public record Rated(UUID agreementId, BillableItem item, UUID eventId, UsageRated fact) {}

    /** Rates what is due, keeps the ratings, and gives an item for each period, of late usage the difference; by agreement. */
    public Map<UUID, List<Rated>> rate(List<Due> due, Instant now) {
        List<UsageCharge> charges = usageCharges(due);
        if (charges.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UsageCharge> byId =
                charges.stream().collect(Collectors.toMap(one -> one.charge().orderChargeId(), one -> one));
        List<Accrual> rated = ratings(charges);
        accruals.add(rated);
        return rated.stream()
                .filter(accrual -> accrual.number() == 1 || !accrual.delta().isZero())
                .map(accrual -> rated(byId.get(accrual.orderChargeId()), accrual, now))
                .collect(Collectors.groupingBy(Rated::agreementId));
    }

    private static Rated rated(UsageCharge charge, Accrual accrual, Instant now) {
        return new Rated(
                charge.agreement().agreementId(),
                charge.item(accrual),
                EventIds.derived(accrual.accrualId(), UsageRated.TYPE + " " + accrual.number()),
                charge.fact(accrual, now));
    }

    /** What is new in these charges, as it would be rated now. */
    private List<Accrual> ratings(List<UsageCharge> charges) {
        List<UsageCharge> asked = new ArrayList<>();
        List<ServicePeriod> periods = new ArrayList<>();
        for (UsageCharge charge : charges) {
            for (ServicePeriod period : charge.periods()) {
                asked.add(charge);
                periods.add(period);
            }
        }
        if (periods.isEmpty()) {
            return List.of();
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            wanted.add(asked.get(i).wanted(periods.get(i)));
        }
        List<Consumption> used = figures.of(wanted);
        LocalDate first = periods.stream()
                .map(ServicePeriod::start)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Map<UUID, Map<LocalDate, Accrual>> known = accruals.last(
                charges.stream().map(one -> one.charge().orderChargeId()).collect(Collectors.toSet()), first);
        List<Accrual> fresh = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            ServicePeriod period = periods.get(i);
            UsageCharge charge = asked.get(i);
            Accrual before = known.getOrDefault(charge.charge().orderChargeId(), Map.of())
                    .getOrDefault(period.start(), charge.unrated(period));
            Accrual now = before.again(used.get(i).quantity(), charge.cost(used.get(i), period));
            boolean isDue = before.number() == 0
                    && !period.start().isBefore(charge.charge().billedThrough());
            if (isDue || now.saysSomethingNew(before)) {
                fresh.add(now);
            }
        }
        return fresh;
    }

    /** What was used so far in the open period of each usage charge of a subscription, and what it would cost. */
    List<Accrual> soFar(Agreement agreement, List<OrderCharge> charges, LocalDate today) {
        List<UsageCharge> metered = usageCharges(List.of(new Due(agreement, charges, today)));
        List<ServicePeriod> periods =
                metered.stream().map(charge -> charge.openPeriod(today)).toList();
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < metered.size(); i++) {
            wanted.add(metered.get(i).wanted(periods.get(i)));
        }
        List<Consumption> used = figures.of(wanted);
        List<Accrual> estimates = new ArrayList<>();
        for (int i = 0; i < metered.size(); i++) {
            UsageCharge charge = metered.get(i);
            Accrual nothing = charge.unrated(periods.get(i));
            estimates.add(nothing.again(used.get(i).quantity(), charge.cost(used.get(i), periods.get(i))));
        }
        return estimates;
    }

    private List<UsageCharge> usageCharges(List<Due> due) {
        List<OrderCharge> metered = due.stream()
                .flatMap(one -> one.charges().stream())
                .filter(charge -> charge.terms().kind() == Kind.USAGE)
                .toList();
        if (metered.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> meterOf =
                accruals.meters(metered.stream().map(OrderCharge::orderChargeId).toList());
        Map<String, Meter> known = meters.all();
        PolicyBook book = policies.book(due.stream().map(RatedUsage::scope).collect(Collectors.toSet()));
        List<UsageCharge> charges = new ArrayList<>();
        for (Due one : due) {
            int back = book.value(PolicyName.USAGE_LOOK_BACK, scope(one), one.through())
                    .number();
            for (OrderCharge charge : one.charges()) {
                if (meterOf.containsKey(charge.orderChargeId())) {
                    Meter meter = known.get(meterOf.get(charge.orderChargeId()));
                    charges.add(new UsageCharge(one.agreement(), charge, meter, one.through(), back));
                }
            }
        }
        return charges;
    }

    private static Scope scope(Due due) {
        return Scope.of(due.agreement().legalEntityId(), due.agreement().contractId());
    }
}
