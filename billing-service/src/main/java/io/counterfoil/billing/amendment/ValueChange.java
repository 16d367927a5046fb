package io.counterfoil.billing.amendment;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * How much more, or less, is billed of a subscription until its end because of a change: what is left to bill and to take back
 * then, as if all its days had come. Summed up over all changes it is what they made of the price that was agreed first.
 */
final class ValueChange {

    private ValueChange() {}

    /** Null where there is no end, so that nobody can say. */
    static Money of(SubscriptionCase of, Timeline before, Timeline after, List<OrderCharge> once) {
        LocalDate was = before.lastEnd();
        LocalDate is = after.lastEnd();
        if (was == null || is == null) {
            return null;
        }
        String currency = of.account().agreement().currency();
        LocalDate day = (was.isAfter(is) ? was : is).plusDays(1);
        Money charged = once.stream()
                .flatMap(charge -> charge.dueBy(day, currency).stream())
                .map(BillableItem::net)
                .reduce(Money.zero(currency), Money::plus);
        return left(of, after, day, currency)
                .minus(left(of, before, day, currency))
                .plus(charged);
    }

    private static Money left(SubscriptionCase of, Timeline timeline, LocalDate day, String currency) {
        return of.reckon(timeline, day).items().stream()
                .map(BillableItem::net)
                .reduce(Money.zero(currency), Money::plus);
    }
}
