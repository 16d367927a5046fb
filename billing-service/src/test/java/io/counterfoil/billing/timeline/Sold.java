package io.counterfoil.billing.timeline;

import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.billing.timeline.Reckoning.Outcome;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription without a database: it is changed and billed day by day, and remembers every line. */
final class Sold {
    static final String USD = "USD";
    private static final UUID ID = UUID.fromString("0190a1b2-0010-7000-8000-000000000001");

    private Timeline timeline;
    private final Map<UUID, OrderCharge> charges = new LinkedHashMap<>();
    private final Map<UUID, BilledLine> lines = new LinkedHashMap<>();
    private int recorded;

    static Sold of(String plan, String price, BillingPeriod rhythm, Proration dialect, LocalDate start, int anchorDay) {
        Sold sold = new Sold();
        ChargeTerms terms = terms(plan, price, "1", rhythm, dialect);
        LocalDate anchor = anchorDay == start.getDayOfMonth() ? start : rhythm.anchor(anchorDay, start);
        Segment first = new Segment(EventIds.derived(ID, "first"), null, terms, anchor, start, null);
        sold.timeline = new Timeline(start, start, null, plan, anchorDay, List.of(first), List.of());
        OrderCharge charge = OrderCharge.changed(first.chargeId(), null, terms, anchor, start, null);
        sold.charges.put(charge.orderChargeId(), charge);
        return sold;
    }

    static ChargeTerms terms(String plan, String price, String quantity, BillingPeriod rhythm, Proration dialect) {
        return new ChargeTerms(
                ID,
                ID,
                "US01",
                null,
                1,
                plan.toUpperCase(java.util.Locale.ROOT),
                plan,
                plan,
                1,
                "main",
                Kind.RECURRING,
                Pricing.PER_UNIT,
                Quantity.of(quantity),
                UnitPrice.of(price),
                rhythm,
                Timing.IN_ADVANCE,
                dialect,
                ID,
                RevenueTreatment.OVER_TIME_DAILY,
                TaxCategory.S,
                Tariff.simple(Pricing.PER_UNIT, UnitPrice.of(price)));
    }

    /** Bills what is due, as the run does. */
    List<BillableItem> billed(String day) {
        List<BillableItem> items = new ArrayList<>();
        LocalDate today = LocalDate.parse(day);
        for (OrderCharge charge : List.copyOf(charges.values())) {
            items.addAll(charge.dueBy(today, USD));
            charges.put(charge.orderChargeId(), charge.billedBy(today));
        }
        issue(items);
        return items;
    }

    /** What a change of a day would give, recorded on that day. */
    Outcome preview(Change change, LocalDate today) {
        Timeline changed = timeline.with(change);
        return Reckoning.of(
                USD,
                today,
                changed.takesBack(today),
                changed.segments(),
                List.copyOf(charges.values()),
                List.copyOf(lines.values()));
    }

    Change change(ChangeKind kind, LocalDate day, Details details) {
        return new Change(EventIds.derived(ID, "change " + recorded++), recorded, kind, day, details);
    }

    List<BillableItem> changed(Change change, LocalDate today) {
        Outcome outcome = preview(change, today);
        timeline = timeline.with(change);
        outcome.charges().forEach(charge -> charges.put(charge.orderChargeId(), charge));
        issue(outcome.items());
        return outcome.items();
    }

    List<BillableItem> takenBack(Change change, LocalDate today) {
        timeline = new Timeline(
                timeline.start(),
                timeline.chargedFrom(),
                timeline.end(),
                timeline.planId(),
                timeline.anchorDay(),
                timeline.initial(),
                timeline.changes().stream().filter(one -> !one.equals(change)).toList());
        Outcome outcome = Reckoning.of(
                USD,
                today,
                timeline.takesBack(today),
                timeline.segments(),
                List.copyOf(charges.values()),
                List.copyOf(lines.values()));
        outcome.charges().forEach(charge -> charges.put(charge.orderChargeId(), charge));
        issue(outcome.items());
        return outcome.items();
    }

    /** A credit of one line that is no repair. */
    void adjust(String amount) {
        UUID last = lines.keySet().stream().reduce((a, b) -> b).orElseThrow();
        BilledLine line = lines.get(last);
        lines.put(last, new BilledLine(last, line.item(), line.left().minus(Money.of(amount, USD)), line.repaired()));
    }

    Timeline timeline() {
        return timeline;
    }

    List<OrderCharge> charges() {
        return List.copyOf(charges.values());
    }

    List<BilledLine> lines() {
        return List.copyOf(lines.values());
    }

    private void issue(List<BillableItem> items) {
        for (BillableItem item : items) {
            if (item.type() == ItemType.REPAIR) {
                BilledLine line = lines.get(item.originalLineId());
                List<ServicePeriod> repaired = new ArrayList<>(line.repaired());
                repaired.add(item.period());
                lines.put(
                        line.lineId(),
                        new BilledLine(line.lineId(), line.item(), line.left().plus(item.net()), repaired));
            } else {
                UUID line = EventIds.derived(item.itemId(), "line");
                if (lines.put(line, new BilledLine(line, item, item.net(), List.of())) != null) {
                    throw new AssertionError("billed twice: " + item);
                }
            }
        }
    }
}
