package io.counterfoil.ledger.accrual;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Keeps what waits for the next invoice of a subscription; each change tells all of it, so what it leaves out is gone. */
@ApplicationScoped
class KeepPendingLines implements EventHandler {

    private static final String BILLING = "io.counterfoil.billing.subscription.";

    @Inject
    PendingLines lines;

    @Inject
    Accruals accruals;

    @Inject
    Books books;

    @Override
    public Set<String> types() {
        return Set.of(
                BILLING + "amended.v1",
                BILLING + "suspended.v1",
                BILLING + "resumed.v1",
                BILLING + "cancelled.v1",
                BILLING + "reckoned.v1");
    }

    @Override
    public void handle(Envelope event) {
        SubscriptionChanged changed = event.dataAs(SubscriptionChanged.class);
        LocalDate day = books.of(changed.legalEntityId()).dayOf(changed.effectiveAt());
        if (lines.isOutdated(event, changed)) {
            return;
        }
        List<PendingLine> gone = lines.notToldBy(event, changed);
        accruals.takeBack(gone, day);
        lines.dropped(gone.stream().map(PendingLine::itemId).toList(), day);
        accruals.takeBack(lines.toldOtherwise(event, changed, day), day);
        lines.tell(event, changed, day);
    }
}
