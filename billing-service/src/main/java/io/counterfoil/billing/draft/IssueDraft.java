package io.counterfoil.billing.draft;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues a draft; where the tax source does not answer it waits for it. */
@UseCase
class IssueDraft {

    private final Drafts drafts;
    private final Agreements agreements;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    IssueDraft(Drafts drafts, Agreements agreements, Invoices invoices, LegalEntities entities, BusinessClock clock) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.invoices = invoices;
        this.entities = entities;
        this.clock = clock;
    }

    /** The invoice; empty when it waits. */
    Optional<Invoice> handle(UUID draftId) {
        Draft draft = drafts.byId(draftId, true).orElseThrow(() -> new NotFound("draft", draftId));
        draft.require(DraftState.ISSUED, "be issued");
        Agreement agreement = agreements.lock(draft.agreementId()).get(0);
        LocalDate today = entities.byId(agreement.legalEntityId()).dateAt(clock.now());
        List<Invoice> issued = invoices.issue(List.of(draft.bill(agreement, today)));
        if (!issued.isEmpty()) {
            drafts.move(draftId, DraftState.ISSUED);
        }
        return issued.stream().findFirst();
    }
}
