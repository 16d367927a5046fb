package io.counterfoil.billing.draft;

import io.counterfoil.billing.invoice.RepairsDue;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A draft of which repairs became credit memos is issued, also where nothing of it was left for an invoice. */
@Dependent
class DraftCredited {

    private final Drafts drafts;

    @Inject
    DraftCredited(Drafts drafts) {
        this.drafts = drafts;
    }

    void credited(@Observes RepairsDue due) {
        drafts.move(due.billId(), DraftState.ISSUED);
    }
}
