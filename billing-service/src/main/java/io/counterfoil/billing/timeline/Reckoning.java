package io.counterfoil.billing.timeline;

import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.OrderCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what a timeline says with what was billed, and says what follows: what is taken back, what is billed now, and
 * how each charge goes on. Pure: it is asked for a preview and for the change itself, so both say the same.
 */
public final class Reckoning {

    private final String currency;
    private final LocalDate today;
    private final Function<ServicePeriod, LocalDate> takesBack;
    private final List<BillableItem> items = new ArrayList<>();
    private final List<OrderCharge> charges = new ArrayList<>();

    /**
     * What follows.
     *
     * @param items repairs first, charge by charge; those that are due later are repairs of what is billed beyond a change
     *     to come
     * @param charges all of the subscription, those too that are over
     */
    public record Outcome(List<BillableItem> items, List<OrderCharge> charges) {}

    private Reckoning(String currency, LocalDate today, Function<ServicePeriod, LocalDate> takesBack) {
        this.currency = currency;
        this.today = today;
        this.takesBack = takesBack;
    }

    /**
     * Reckons.
     *
     * @param known the charges as they stand
     * @param lines what was billed of them
     */
    public static Outcome of(
            String currency,
            LocalDate today,
            Function<ServicePeriod, LocalDate> takesBack,
            List<Segment> target,
            List<OrderCharge> known,
            List<BilledLine> lines) {
        Reckoning reckoning = new Reckoning(currency, today, takesBack);
        Map<UUID, OrderCharge> charges = new LinkedHashMap<>();
        known.stream()
                .filter(charge -> charge.terms().kind() != Kind.ONE_TIME)
                .forEach(charge -> charges.put(charge.orderChargeId(), charge.emptied()));
        target.forEach(segment ->
                charges.merge(segment.chargeId(), started(segment), (stands, any) -> stands.lasting(segment.end())));
        charges.values().stream()
                .collect(Collectors.groupingBy(Cycle::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(cycle -> reckoning.cycle(cycle, span -> covered(charges.values(), span), lines));
        return new Outcome(List.copyOf(reckoning.items), List.copyOf(reckoning.charges));
    }

    /** What was interrupted and goes on as before, on the same terms and in the same cycle, is one thing. */
    private record Cycle(ChargeTerms terms, ServicePeriod any) {
        static Cycle of(OrderCharge charge) {
            return new Cycle(charge.terms(), charge.terms().billingPeriod().around(charge.anchor(), LocalDate.EPOCH));
        }
    }

    private void cycle(List<OrderCharge> cycle, Predicate<ServicePeriod> covered, List<BilledLine> lines) {
        List<LineRepairs> repairs = new ArrayList<>();
        for (OrderCharge charge : cycle) {
            lines.stream()
                    .filter(line -> charge.orderChargeId().equals(line.item().orderChargeId()))
                    .forEach(line -> repairs.add(LineRepairs.of(charge, cycle, covered, line, currency, takesBack)));
        }
        repairs.forEach(line -> items.addAll(line.items()));
        cycle.forEach(charge -> bill(charge, repairs));
    }

    /** Bills what the charge covers and no line does; between lines at once, after the last one when it is due. */
    private void bill(OrderCharge charge, List<LineRepairs> lines) {
        if (charge.terms().kind() != Kind.RECURRING || charge.isEmpty()) {
            charges.add(charge);
            return;
        }
        if (charge.isFree(currency)) {
            // Bills over nothing may have been left out: no line tells how far it went.
            items.addAll(charge.dueBy(today, currency));
            charges.add(charge.billedBy(today));
            return;
        }
        Remainder remainder = Remainder.of(charge, lines);
        items.addAll(remainder.gaps(currency, today));
        OrderCharge tail = remainder.tail();
        items.addAll(tail.dueBy(today, currency));
        charges.add(tail.billedBy(today));
    }

    private static boolean covered(Collection<OrderCharge> charges, ServicePeriod span) {
        return charges.stream().anyMatch(charge -> !charge.covers(span).isEmpty());
    }

    private static OrderCharge started(Segment segment) {
        return OrderCharge.changed(
                segment.chargeId(),
                segment.changeId(),
                segment.terms(),
                segment.anchor(),
                segment.start(),
                segment.end());
    }
}
