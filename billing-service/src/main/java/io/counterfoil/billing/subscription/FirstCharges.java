package io.counterfoil.billing.subscription;

import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Charge.Phase;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.common.event.EventIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The charges that a subscription begins with: after the trial, phase by phase where a price or quantity was agreed to change.
 *
 * @param cause what the ids are derived from, so that a replay gives the same
 * @param from the first charged day
 * @param end first day that is not charged; null without a term
 * @param anchorDay the day of the month on which cycles begin; null to begin them on the first charged day
 */
record FirstCharges(
        UUID cause, Sale sale, LocalDate start, LocalDate from, LocalDate end, Integer anchorDay, LocalDate onceDue) {

    /** How long the plan is free. */
    static int trialDays(Plan plan) {
        return plan.charges().stream()
                .mapToInt(charge -> charge.terms().trialDays())
                .max()
                .orElse(0);
    }

    List<OrderCharge> of(Plan plan) {
        List<OrderCharge> charges = new ArrayList<>();
        for (Charge charge : plan.chargesIn(sale.currency())) {
            ChargeTerms terms = sale.terms(plan, charge);
            if (charge.kind() == Charge.Kind.ONE_TIME) {
                charges.add(OrderCharge.once(id(charge, 0), null, terms, start, end, onceDue));
            } else {
                phases(charge, terms, charges);
            }
        }
        return charges;
    }

    private void phases(Charge charge, ChargeTerms first, List<OrderCharge> charges) {
        LocalDate anchor = anchorDay == null ? from : first.billingPeriod().anchor(anchorDay, from);
        LocalDate begin = from;
        ChargeTerms terms = first;
        int number = 0;
        for (Phase phase : charge.terms().phases()) {
            LocalDate next = phase.startsAfter().boundary(from, 1);
            if (next.isAfter(from) && (end == null || next.isBefore(end))) {
                add(charges, OrderCharge.starting(id(charge, number++), terms, anchor, begin, next));
                begin = next;
            }
            terms = stepped(charge, terms, phase);
        }
        add(charges, OrderCharge.starting(id(charge, number), terms, anchor, begin, end));
    }

    /** A trial may be longer than a phase, or than the term. */
    private static void add(List<OrderCharge> charges, OrderCharge charge) {
        if (!charge.isEmpty()) {
            charges.add(charge);
        }
    }

    private ChargeTerms stepped(Charge charge, ChargeTerms terms, Phase phase) {
        Quantity units = phase.quantity() == null ? terms.quantity() : phase.quantity();
        Tariff own = phase.tariffs().get(sale.currency());
        if (own == null) {
            return terms.sold(units, terms.unitPrice(), terms.tariff());
        }
        return terms.sold(units, charge.shown(own), own.inSteps(charge.terms().step()));
    }

    private UUID id(Charge charge, int phase) {
        String key = "charge " + sale.lineId() + " " + charge.chargeId();
        return EventIds.derived(cause, phase == 0 ? key : key + " phase " + phase);
    }
}
