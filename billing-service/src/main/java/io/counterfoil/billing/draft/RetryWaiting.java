package io.counterfoil.billing.draft;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the tax source again for the next set of bills that wait for it; those that it answers are issued. */
@UseCase
class RetryWaiting {

    private static final int SET = 100;

    private final Drafts drafts;
    private final Agreements agreements;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    RetryWaiting(Drafts drafts, Agreements agreements, Invoices invoices, LegalEntities entities, BusinessClock clock) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.invoices = invoices;
        this.entities = entities;
        this.clock = clock;
    }

    /** True when something was asked; what still waits is not due before its next pause is over. */
    boolean handle() {
        Instant now = clock.now();
        List<Draft> waiting = drafts.toRetry(now, SET);
        List<Bill> bills = new ArrayList<>();
        for (Draft draft : waiting) {
            Agreement agreement = agreements.lock(draft.agreementId()).get(0);
            bills.add(draft.bill(
                    agreement, entities.byId(agreement.legalEntityId()).dateAt(now)));
        }
        for (Invoice issued : invoices.issue(bills)) {
            drafts.move(issued.invoiceId(), DraftState.ISSUED);
        }
        return !waiting.isEmpty();
    }
}
