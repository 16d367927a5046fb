package io.counterfoil.billing.amendment;

import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.timeline.Reckoning.Outcome;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.event.EventIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What follows from a change, ready to be shown or to be written: a preview and the change itself are the same up to here.
 *
 * @param billed what is billed at once
 * @param waiting what waits for the next invoice
 * @param later what is taken back when its day has come
 * @param charges all charges of the subscription as they go on
 */
record Effects(
        SubscriptionCase of,
        Timeline timeline,
        LocalDate today,
        List<BillableItem> billed,
        List<BillableItem> waiting,
        List<BillableItem> later,
        List<OrderCharge> charges) {

    /**
     * Finds them.
     *
     * @param once what the change charges once
     * @param withNext whether what is to be billed now may wait for the next invoice
     */
    static Effects of(
            SubscriptionCase of, Timeline changed, LocalDate today, List<OrderCharge> once, boolean withNext) {
        Outcome outcome = of.reckon(changed, today);
        List<BillableItem> now = new ArrayList<>();
        List<BillableItem> later = new ArrayList<>();
        outcome.items().forEach(item -> (item.dueOn().isAfter(today) ? later : now).add(item));
        once.forEach(charge ->
                now.addAll(charge.dueBy(today, of.account().agreement().currency())));
        List<OrderCharge> charges = new ArrayList<>(outcome.charges());
        once.forEach(charge -> charges.add(charge.billedBy(today)));
        boolean wait = withNext && comesWithNext(of.charges(), charges);
        return new Effects(
                of, changed, today, wait ? List.of() : now, wait ? now : List.of(), List.copyOf(later), charges);
    }

    /** The same, with the change that it follows from on each item. */
    Effects causedBy(UUID change) {
        return new Effects(
                of, timeline, today, caused(billed, change), caused(waiting, change), caused(later, change), charges);
    }

    /** The same; what had waited and is billed now is known by its id. */
    Effects after(Set<UUID> waited) {
        List<BillableItem> named = billed.stream()
                .map(item -> waited.contains(item.itemId()) ? item.havingWaited() : item)
                .toList();
        return new Effects(of, timeline, today, named, waiting, later, charges);
    }

    private static List<BillableItem> caused(List<BillableItem> items, UUID change) {
        return items.stream().map(item -> item.causedBy(change)).toList();
    }

    /** The bill of what is due at once and of what waited for a bill; none when nothing is due at once. */
    Optional<Bill> bill(UUID cause, LocalDate issued, List<BillableItem> waited, Cause why) {
        if (billed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bill(
                of.account().agreement(),
                Stream.concat(billed.stream(), waited.stream()).toList(),
                issued,
                EventIds.derived(cause, "invoice"),
                why));
    }

    /** The charges that were there before. */
    List<OrderCharge> rewritten() {
        return charges.stream().filter(charge -> isKnown(charge)).toList();
    }

    /** The charges that the change starts. */
    List<OrderCharge> started() {
        return charges.stream().filter(charge -> !isKnown(charge)).toList();
    }

    private boolean isKnown(OrderCharge charge) {
        return of.charges().stream().anyMatch(known -> known.orderChargeId().equals(charge.orderChargeId()));
    }

    /** True where an invoice still comes no later than it would have come. */
    private static boolean comesWithNext(List<OrderCharge> before, List<OrderCharge> after) {
        Optional<LocalDate> was = nextDue(before);
        Optional<LocalDate> is = nextDue(after);
        return was.isPresent() && is.isPresent() && !is.get().isAfter(was.get());
    }

    private static Optional<LocalDate> nextDue(List<OrderCharge> charges) {
        return charges.stream()
                .filter(charge -> charge.terms().kind() != Kind.ONE_TIME && charge.nextDue() != null)
                .map(OrderCharge::nextDue)
                .min(LocalDate::compareTo);
    }
}
