package io.counterfoil.billing.timeline;

import io.counterfoil.billing.subscription.ChargeTerms;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A charge on unchanging terms for as long as the timeline says.
 *
 * @param changeId the change that started it; null where it was agreed from the beginning
 * @param end first day that is not charged; null without an end
 */
public record Segment(
        UUID chargeId, UUID changeId, ChargeTerms terms, LocalDate anchor, LocalDate start, LocalDate end) {

    /** True where it is a later phase of the same charge. */
    boolean followsOn(Segment earlier) {
        return isOf(earlier.terms());
    }

    boolean isOf(ChargeTerms charge) {
        return terms.planId().equals(charge.planId()) && terms.chargeId().equals(charge.chargeId());
    }

    Segment until(LocalDate day) {
        return new Segment(chargeId, changeId, terms, anchor, start, day);
    }

    boolean isEmpty() {
        return end != null && !start.isBefore(end);
    }
}
