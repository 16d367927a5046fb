package io.counterfoil.billing.timeline;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.OrderCharge;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a charge is not billed: the gaps between what stays billed of it, and what comes after.
 *
 * @param kept the spans of it that stay billed
 * @param through first day after the last of them
 */
record Remainder(OrderCharge charge, List<LineRepairs> lines, List<ServicePeriod> kept, LocalDate through) {

    static Remainder of(OrderCharge charge, List<LineRepairs> lines) {
        List<ServicePeriod> kept = lines.stream()
                .flatMap(line -> line.kept().stream())
                .flatMap(span -> charge.covers(span).stream())
                .toList();
        LocalDate through = kept.stream()
                .map(ServicePeriod::end)
                .max(Comparator.naturalOrder())
                .orElse(charge.startDate());
        return new Remainder(charge, lines, kept, through);
    }

    /** What was taken back before and is covered again is billed anew, at once. */
    List<BillableItem> gaps(String currency, LocalDate today) {
        if (!charge.startDate().isBefore(through)) {
            return List.of();
        }
        return Spans.minus(new ServicePeriod(charge.startDate(), through), kept).stream()
                .flatMap(gap -> charge.terms().billingPeriod().pieces(charge.anchor(), gap).stream())
                .map(piece -> charge.recurring(piece, currency, earlier(piece), today))
                .toList();
    }

    /** The charge from the first unbilled day on; what was billed there and taken back comes in another round. */
    OrderCharge tail() {
        boolean takenBack = ofCharge().anyMatch(period -> !period.start().isBefore(through));
        return charge.billedUpTo(through, takenBack);
    }

    private int earlier(ServicePeriod piece) {
        return (int) ofCharge()
                .filter(period -> period.start().equals(piece.start()))
                .count();
    }

    private Stream<ServicePeriod> ofCharge() {
        return lines.stream()
                .map(one -> one.line().item())
                .filter(item -> charge.orderChargeId().equals(item.orderChargeId()))
                .map(BillableItem::period);
    }
}
