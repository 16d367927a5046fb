package io.counterfoil.ledger.accrual;

import io.counterfoil.common.event.Envelope;
import java.time.LocalDate;

/** A change of a subscription as it was told, and on which day that was in its legal entity. */
record ToldChange(Envelope event, SubscriptionChanged changed, LocalDate day) {

    /** Whether the line waits no longer. */
    boolean leavesOut(PendingLine line) {
        return changed.pendingLines().stream().noneMatch(each -> each.itemId().equals(line.itemId()));
    }

    /** Whether it is told with another amount, or with other days of service. */
    boolean differs(PendingLine line) {
        return changed.pendingLines().stream()
                .anyMatch(each -> each.itemId().equals(line.itemId()) && each.differs(line, day));
    }
}
