package io.counterfoil.billing.timeline;

import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is taken back of one line: the spans that its charge does not cover any more, each at its share of the line's own
 * full period, never more than what is left of the line; and all that is left where nothing of it is covered.
 *
 * <p>Credit that was bought is not taken back: it is the customer's, and may be used as long as it lasts.
 *
 * <p>Days may be worth nothing: a 31st where every month has 30 days, or what was credited before. They are taken back all the
 * same where another charge bills them, so that no day is on two lines; elsewhere a repair of nothing would only be noise.
 *
 * @param kept the spans that stay billed
 */
record LineRepairs(BilledLine line, List<ServicePeriod> kept, List<BillableItem> items) {

    /**
     * Reckons one line.
     *
     * @param charge the one that it bills
     * @param cycle all that cover days on the same terms, as they shall be
     * @param others whether another charge covers a day of a span
     */
    static LineRepairs of(
            OrderCharge charge,
            List<OrderCharge> cycle,
            Predicate<ServicePeriod> others,
            BilledLine line,
            String currency,
            Function<ServicePeriod, LocalDate> due) {
        ServicePeriod period = line.item().period();
        if (line.item().type() == ItemType.PREPAID) {
            return new LineRepairs(line, List.of(period), List.of());
        }
        List<ServicePeriod> covered =
                cycle.stream().flatMap(one -> one.covers(period).stream()).toList();
        List<ServicePeriod> lost = Spans.minus(period, concat(covered, line.repaired()));
        List<ServicePeriod> kept = Spans.minus(period, concat(lost, line.repaired()));
        List<BillableItem> items = new ArrayList<>(lost.size());
        Money left = line.left();
        for (int i = 0; i < lost.size(); i++) {
            boolean nothingStays = kept.isEmpty() && i == lost.size() - 1;
            Money amount = nothingStays ? left : least(charge.amount(lost.get(i), currency), left);
            LocalDate day = due.apply(lost.get(i));
            boolean told = amount.isPositive() || amount.isZero() && others.test(lost.get(i));
            if (told && day != null) {
                items.add(repair(line, lost.get(i), amount, day));
                left = left.minus(amount);
            }
        }
        return new LineRepairs(line, kept, items);
    }

    private static BillableItem repair(BilledLine line, ServicePeriod span, Money amount, LocalDate due) {
        BillableItem billed = line.item();
        return new BillableItem(
                EventIds.derived(line.lineId(), "repair " + line.repaired().size() + " " + span),
                ItemType.REPAIR,
                billed.agreementId(),
                billed.subscriptionId(),
                billed.orderLineId(),
                billed.orderChargeId(),
                billed.chargeId(),
                billed.productId(),
                billed.description(),
                billed.planId(),
                billed.priceId(),
                billed.performanceObligationId(),
                billed.revenueTreatment(),
                span,
                billed.quantity(),
                billed.unitPrice(),
                amount.negated(),
                billed.taxCategory(),
                line.lineId(),
                List.of(),
                due);
    }

    private static Money least(Money amount, Money left) {
        return amount.compareTo(left) > 0 ? left : amount;
    }

    private static List<ServicePeriod> concat(List<ServicePeriod> some, List<ServicePeriod> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
