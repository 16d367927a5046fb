package io.counterfoil.billing.usage;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.Consumption;
import io.counterfoil.billing.rating.Percentage;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A usage charge of an agreement with the meter that it uses.
 *
 * @param through the day by which its periods must be over to be rated
 * @param periodsBack in how many periods before late usage is looked for
 */
record UsageCharge(Agreement agreement, OrderCharge charge, Meter meter, LocalDate through, int periodsBack) {

    /**
     * The periods that are over and not billed, and before them those in which late usage is looked for: one more than its sender is
     * told, because a period may be billed while a record of it arrives.
     */
    List<ServicePeriod> periods() {
        List<ServicePeriod> due = charge.periodsDueBy(through);
        List<ServicePeriod> all = new ArrayList<>();
        LocalDate day = due.isEmpty() ? charge.billedThrough() : due.get(0).start();
        LocalDate earliest = earliest(due.isEmpty() ? through : day);
        while (day.isAfter(charge.startDate()) && day.isAfter(earliest)) {
            LocalDate full = periodAt(day.minusDays(1)).start();
            LocalDate start = full.isBefore(charge.startDate()) ? charge.startDate() : full;
            all.add(0, new ServicePeriod(start, day));
            day = start;
        }
        all.addAll(due);
        return all;
    }

    /** Where the look-back from a day ends. */
    private LocalDate earliest(LocalDate from) {
        LocalDate day = periodAt(from).start();
        for (int i = 0; i <= periodsBack; i++) {
            day = periodAt(day.minusDays(1)).start();
        }
        return day;
    }

    private ServicePeriod periodAt(LocalDate day) {
        return charge.terms().billingPeriod().around(charge.anchor(), day);
    }

    /** The period in which a day lies, as far as the charge lasts. */
    ServicePeriod openPeriod(LocalDate day) {
        LocalDate within = charge.endDate() != null && !day.isBefore(charge.endDate())
                ? charge.endDate().minusDays(1)
                : day.isBefore(charge.startDate()) ? charge.startDate() : day;
        ServicePeriod full = periodAt(within);
        LocalDate start = full.start().isBefore(charge.startDate()) ? charge.startDate() : full.start();
        boolean cut = charge.endDate() != null && charge.endDate().isBefore(full.end());
        return new ServicePeriod(start, cut ? charge.endDate() : full.end());
    }

    Wanted wanted(ServicePeriod period) {
        boolean singly = charge.terms().tariff().price() instanceof Percentage percentage && percentage.needsEvents();
        return new Wanted(charge.terms().subscriptionId(), meter, period, singly);
    }

    /** What so much costs in a period; a minimum is prorated by the part of the period that is served. */
    Money cost(Consumption used, ServicePeriod period) {
        ChargeTerms terms = charge.terms();
        return terms.tariff()
                .amount(
                        used,
                        terms.dialect().share(terms.billingPeriod(), charge.anchor(), period),
                        agreement.currency());
    }

    /** The period as it stands before anything of it was rated. */
    Accrual unrated(ServicePeriod period) {
        return new Accrual(
                EventIds.derived(charge.orderChargeId(), "accrual " + charge.round() + " " + period.start()),
                charge.orderChargeId(),
                charge.terms().subscriptionId(),
                meter.meterId(),
                period,
                0,
                Quantity.ZERO,
                Money.zero(agreement.currency()),
                Money.zero(agreement.currency()));
    }

    /** What was rated as an item of the next invoice; late usage and corrections name themselves. */
    BillableItem item(Accrual rated) {
        ChargeTerms terms = charge.terms();
        boolean late = rated.number() > 1;
        return new BillableItem(
                EventIds.derived(rated.accrualId(), "item " + rated.number()),
                ItemType.USAGE,
                terms.agreementId(),
                terms.subscriptionId(),
                terms.lineId(),
                charge.orderChargeId(),
                terms.chargeId(),
                terms.productId(),
                late ? terms.description() + " (late usage)" : terms.description(),
                terms.planId(),
                terms.priceId(),
                terms.performanceObligationId(),
                terms.revenueTreatment(),
                rated.period(),
                rated.quantity(),
                terms.unitPrice(),
                rated.delta(),
                terms.taxCategory(),
                null,
                List.of(rated.accrualId()),
                rated.period().end());
    }

    UsageRated fact(Accrual rated, Instant now) {
        ChargeTerms terms = charge.terms();
        return new UsageRated(
                rated.accrualId(),
                terms.subscriptionId(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                meter.meterId(),
                terms.chargeId(),
                terms.productId(),
                terms.performanceObligationId(),
                terms.revenueTreatment().name(),
                rated.period(),
                rated.quantity().text(),
                rated.amount(),
                rated.delta(),
                false,
                rated.period().end().minusDays(1),
                now,
                Map.of());
    }
}
