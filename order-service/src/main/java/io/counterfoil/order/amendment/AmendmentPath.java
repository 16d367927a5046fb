package io.counterfoil.order.amendment;

import io.counterfoil.common.step.Steps;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.posting.Postings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The moves of an amendment and what follows from each, in the caller's transaction. */
@Dependent
class AmendmentPath {

    private final Amendments amendments;
    private final ContractBook contracts;
    private final Journeys journeys;
    private final Postings postings;
    private final Steps steps;

    @Inject
    AmendmentPath(Amendments amendments, ContractBook contracts, Journeys journeys, Postings postings, Steps steps) {
        this.amendments = amendments;
        this.contracts = contracts;
        this.journeys = journeys;
        this.postings = postings;
        this.steps = steps;
    }

    void begin(Amendment amendment) {
        amendments.add(amendment);
        journeys.begin(ProcessKind.AMENDMENT, amendment.amendmentId(), amendment.kind() + " asked for");
        schedule(PreviewAmendment.KIND, amendment);
    }

    void previewed(UUID amendmentId, Subscription subscription, ChangePreview said) {
        Amendment amendment = amendments.forChange(amendmentId);
        if (amendment.state() == AmendmentState.PREVIEWING) {
            amendment.previewed(subscription, said);
            moved(amendment, "previewed by billing");
            if (amendment.state() == AmendmentState.CHANGING) {
                schedule(ChangeForAmendment.KIND, amendment);
            }
        }
    }

    void confirmed(Amendment amendment, String by) {
        amendment.confirmed();
        moved(amendment, "confirmed by " + by);
        schedule(ChangeForAmendment.KIND, amendment);
    }

    void changed(UUID amendmentId, Changed change) {
        Amendment amendment = amendments.forChange(amendmentId);
        if (amendment.state() != AmendmentState.CHANGING) {
            return;
        }
        amendment.changed(change);
        if (amendment.state() == AmendmentState.AWAITING_POSTING
                && postings.await(change.invoiceId(), ProcessKind.AMENDMENT, amendmentId)) {
            amendment.completed();
        }
        moved(amendment, "changed by billing");
        if (change.inEffect()) {
            inEffect(amendment);
        }
    }

    /** The day of a scheduled change has come. */
    void cameIntoEffect(UUID amendmentId) {
        amendments
                .find(amendmentId)
                .map(found -> amendments.forChange(amendmentId))
                .filter(amendment -> amendment.state() == AmendmentState.SCHEDULED)
                .ifPresent(amendment -> {
                    amendment.completed();
                    moved(amendment, "its day has come");
                    inEffect(amendment);
                });
    }

    /** A document that it waited for is in the general ledger. */
    void posted(UUID amendmentId, UUID documentId) {
        Amendment amendment = amendments.forChange(amendmentId);
        if (amendment.state() == AmendmentState.AWAITING_POSTING && documentId.equals(amendment.invoiceId())) {
            amendment.completed();
            moved(amendment, "posted");
        } else if (amendment.state() == AmendmentState.AWAITING_REVERSAL && documentId.equals(amendment.reversalId())) {
            amendment.compensated();
            moved(amendment, "reversal posted");
        }
    }

    void ended(Amendment amendment, AmendmentState how, String why) {
        amendment.ended(how, why);
        moved(amendment, why);
    }

    void compensate(Amendment amendment, String why) {
        amendment.compensate(why);
        moved(amendment, why);
        schedule(UndoAmendment.KIND, amendment);
    }

    void takenBack(UUID amendmentId, UUID reversal) {
        Amendment amendment = amendments.forChange(amendmentId);
        if (amendment.state() != AmendmentState.COMPENSATING) {
            return;
        }
        amendment.takenBack(reversal);
        if (reversal != null && postings.await(reversal, ProcessKind.AMENDMENT, amendmentId)) {
            amendment.compensated();
        }
        moved(amendment, "taken back by billing");
        contracts.amended(
                amendment.contractId(), amendmentId, "COMPENSATION", amendment.lineId(), amendment.effectiveDate());
    }

    private void inEffect(Amendment amendment) {
        contracts.amended(
                amendment.contractId(),
                amendment.amendmentId(),
                amendment.kind().name(),
                amendment.lineId(),
                amendment.effectiveDate());
    }

    private void moved(Amendment amendment, String cause) {
        journeys.move(
                ProcessKind.AMENDMENT,
                amendment.amendmentId(),
                amendment.state().name(),
                cause,
                amendment.effectiveDate() == null || amendment.state() != AmendmentState.SCHEDULED
                        ? Instant.EPOCH
                        : amendment.effectiveDate().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void schedule(String kind, Amendment amendment) {
        steps.schedule(kind, amendment.amendmentId().toString(), new AmendmentStep(amendment.amendmentId()));
    }
}
