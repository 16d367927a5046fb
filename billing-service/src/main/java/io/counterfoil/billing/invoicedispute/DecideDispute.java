package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.creditmemo.CreditMemos;
import io.counterfoil.billing.dunning.Dunning;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoicedispute.DisputeJson.Decision;
import io.counterfoil.billing.invoicedispute.DisputeJson.Verdict;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Accepts a dispute (a credit memo takes the amount back) or rejects it; dunning goes on with what is left open. */
@UseCase
class DecideDispute {

    private final InvoiceDisputes disputes;
    private final DisputeFacts facts;
    private final Invoices invoices;
    private final CreditMemos memos;
    private final LegalEntities entities;
    private final Dunning dunning;
    private final Caller caller;
    private final BusinessClock clock;

    @Inject
    DecideDispute(
            InvoiceDisputes disputes,
            DisputeFacts facts,
            Invoices invoices,
            CreditMemos memos,
            LegalEntities entities,
            Dunning dunning,
            Caller caller,
            BusinessClock clock) {
        this.disputes = disputes;
        this.facts = facts;
        this.invoices = invoices;
        this.memos = memos;
        this.entities = entities;
        this.dunning = dunning;
        this.caller = caller;
        this.clock = clock;
    }

    InvoiceDispute handle(UUID disputeId, Decision decision) {
        InvoiceDispute seen =
                disputes.byId(disputeId, false).orElseThrow(() -> new NotFound("invoice dispute", disputeId));
        Invoice invoice = invoices.lock(seen.invoiceId()).orElseThrow();
        InvoiceDispute dispute = disputes.byId(disputeId, true).orElseThrow();
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        InvoiceDispute decided = decision.verdict() == Verdict.REJECT
                ? dispute.reject(caller.sub(), today, decision.note())
                : dispute.accept(caller.sub(), today, decision.note()).creditedBy(credit(dispute));
        disputes.write(decided);
        dunning.resume(invoice.invoiceId(), today);
        facts.tell(decided, invoices.lock(seen.invoiceId()).orElseThrow(), today, now);
        return decided;
    }

    private UUID credit(InvoiceDispute dispute) {
        return memos.write(dispute.invoiceId(), dispute.amount(), dispute.reasonCode(), dispute.reason());
    }
}
