package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.dunning.Dunning;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoicedispute.DisputeJson.Claim;
import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** Notes that a customer disputes an amount; dunning of the invoice waits from then on. */
@UseCase
class OpenDispute {

    private final InvoiceDisputes disputes;
    private final DisputeFacts facts;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final Dunning dunning;
    private final Caller caller;
    private final BusinessClock clock;

    @Inject
    OpenDispute(
            InvoiceDisputes disputes,
            DisputeFacts facts,
            Invoices invoices,
            LegalEntities entities,
            Dunning dunning,
            Caller caller,
            BusinessClock clock) {
        this.disputes = disputes;
        this.facts = facts;
        this.invoices = invoices;
        this.entities = entities;
        this.dunning = dunning;
        this.caller = caller;
        this.clock = clock;
    }

    InvoiceDispute handle(Claim claim) {
        Invoice invoice =
                invoices.lock(claim.invoiceId()).orElseThrow(() -> new NotFound("invoice", claim.invoiceId()));
        if (!claim.amount().currency().equals(invoice.currency())) {
            throw new Invalid("/amount/currency", "must be " + invoice.currency() + ", as the invoice");
        }
        if (!claim.amount().isPositive() || claim.amount().compareTo(invoice.open()) > 0) {
            throw new DisputeExceedsOpen(invoice.number(), claim.amount(), invoice.open());
        }
        if (disputes.isDisputed(invoice.invoiceId())) {
            throw new AlreadyDisputed(invoice.number());
        }
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        InvoiceDispute opened = opened(claim, invoice, today);
        disputes.add(opened);
        if (opened.amount().equals(invoice.open())) {
            dunning.pause(invoice.invoiceId(), today); // of a part that is disputed, the rest is dunned on
        }
        facts.tell(opened, invoice, today, now);
        return opened;
    }

    private InvoiceDispute opened(Claim claim, Invoice invoice, LocalDate today) {
        return new InvoiceDispute(
                EventIds.next(),
                invoice.invoiceId(),
                invoice.customerId(),
                claim.amount(),
                claim.reasonCode(),
                claim.reason(),
                State.OPENED,
                caller.sub(),
                today,
                null,
                null,
                null,
                null,
                1);
    }
}
