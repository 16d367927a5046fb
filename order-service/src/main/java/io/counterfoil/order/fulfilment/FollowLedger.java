package io.counterfoil.order.fulfilment;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Moves the process on when the ledger has posted an invoice. */
@Dependent
class FollowLedger implements EventHandler {

    static final String JOURNAL_POSTED = "io.counterfoil.ledger.journal.posted.v1";

    private final TakeFact takeFact;

    @Inject
    FollowLedger(TakeFact takeFact) {
        this.takeFact = takeFact;
    }

    @Override
    public Set<String> types() {
        return Set.of(JOURNAL_POSTED);
    }

    @Override
    public void handleRun(List<Envelope> run) {
        run.forEach(event -> EventDispatch.within(event, () -> handle(event)));
    }

    @Override
    public void handle(Envelope event) {
        JournalPosted fact = event.dataAs(JournalPosted.class);
        if (fact.isInvoice() && fact.orderId() != null) {
            takeFact.invoicePosted(fact.orderId(), UUID.fromString(fact.documentId()), fact.documentNumber());
        }
    }

    /** What the process reads of ledger-service's {@code journal.posted}. */
    record JournalPosted(String purpose, String documentType, String documentId, String documentNumber, UUID orderId) {

        boolean isInvoice() {
            return "INVOICE".equals(documentType) && "INVOICE".equals(purpose);
        }
    }
}
