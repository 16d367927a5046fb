package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.LaterInvoice;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks a year and a month ahead: what the invoices of the subscription would come to without a change and with it. */
final class LaterInvoices {

    private static final int MONTHS_AHEAD = 13;
    private static final int AT_MOST = 12;

    private LaterInvoices() {}

    /** With what waits for a day already, such as what an earlier change takes back on it. */
    static List<LaterInvoice> of(Effects effects, List<BillableItem> waits, Money zero) {
        LocalDate horizon = effects.today().plusMonths(MONTHS_AHEAD);
        Map<LocalDate, Money> before =
                byDay(Stream.concat(items(effects.of().charges(), horizon, zero), waits.stream()), effects.today());
        Map<LocalDate, Money> after = byDay(
                Stream.concat(items(effects.charges(), horizon, zero), effects.later().stream()), effects.today());
        TreeSet<LocalDate> days = new TreeSet<>(before.keySet());
        days.addAll(after.keySet());
        return days.stream()
                .limit(AT_MOST)
                .map(day -> new LaterInvoice(day, before.getOrDefault(day, zero), after.getOrDefault(day, zero)))
                .toList();
    }

    private static Stream<BillableItem> items(List<OrderCharge> charges, LocalDate horizon, Money zero) {
        return charges.stream().flatMap(charge -> charge.dueBy(horizon, zero.currency()).stream());
    }

    private static Map<LocalDate, Money> byDay(Stream<BillableItem> items, LocalDate today) {
        Map<LocalDate, Money> sums = new TreeMap<>();
        items.filter(item -> item.dueOn().isAfter(today))
                .forEach(item -> sums.merge(item.dueOn(), item.net(), Money::plus));
        return sums;
    }
}
