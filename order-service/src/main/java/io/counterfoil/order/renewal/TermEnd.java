package io.counterfoil.order.renewal;

import io.counterfoil.order.billing.BillingJson.Subscription;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What billing-service has at the end of a term.
 *
 * @param ending what runs and ends with the term
 * @param elsewhere where what runs ends, when all of it ends on other days; else null
 */
record TermEnd(Finding finding, List<Subscription> ending, LocalDate elsewhere) {

    private static final String EXPIRED = "EXPIRED";

    /** What a renewal finds. */
    enum Finding {
        /** Subscriptions that are to be extended. */
        ENDING,
        /** An earlier attempt extended them all, or none of them ends. */
        EXTENDED,
        /** The term was moved, as by a co-term. */
        ELSEWHERE,
        /** Their end has passed: it comes too late. */
        EXPIRED,
        /** Nothing that could go on. */
        OVER
    }

    static TermEnd of(Renewal renewal, List<Subscription> all) {
        LocalDate end = renewal.periodStart();
        List<Subscription> running = all.stream().filter(Subscription::runs).toList();
        List<Subscription> ending =
                running.stream().filter(one -> end.equals(one.endDate())).toList();
        if (!ending.isEmpty()) {
            return new TermEnd(Finding.ENDING, ending, null);
        }
        if (running.stream()
                .anyMatch(one -> one.endDate() == null || one.endDate().equals(renewal.periodEnd()))) {
            return new TermEnd(Finding.EXTENDED, List.of(), null);
        }
        return running.stream()
                .map(Subscription::endDate)
                .max(Comparator.naturalOrder())
                .map(last -> new TermEnd(Finding.ELSEWHERE, List.of(), last))
                .orElseGet(() -> new TermEnd(over(all, end), List.of(), null));
    }

    private static Finding over(List<Subscription> all, LocalDate end) {
        boolean late = all.stream().anyMatch(one -> EXPIRED.equals(one.state()) && end.equals(one.endDate()));
        return late ? Finding.EXPIRED : Finding.OVER;
    }
}
