package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out an approved write-off, within the caller's transaction. */
@Dependent
class GiveUp {

    private final WriteOffRows rows;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    GiveUp(WriteOffRows rows, Invoices invoices, LegalEntities entities, Outbox outbox, BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    WriteOff approve(WriteOff proposal, Invoice invoice, String by, Map<String, String> policies) {
        Money amount = WriteOffs.undisputed(invoice, rows.disputed(List.of(invoice.invoiceId())));
        if (!amount.isPositive()) {
            throw new NothingToWriteOff(invoice.number(), "nothing is open that is not disputed");
        }
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        UUID eventId = EventIds.derived(proposal.writeOffId(), InvoiceWrittenOff.TYPE);
        WriteOff approved = proposal.approve(amount, by, now, eventId);
        Settlement given = Settlement.of(
                proposal.writeOffId(), invoice, Settlement.Kind.WRITE_OFF, amount, proposal.writeOffId(), today, now);
        OpenPart part = OpenPart.of(amount, invoices.lines(invoice));
        rows.write(approved);
        invoices.settled(List.of(invoice.giveUp(given)), List.of(given));
        outbox.publishAll(List.of(new Addressed(
                eventId,
                fact(approved, invoice, part, today, policies),
                Correlation.current().continuing(invoice.correlationId()),
                Traces.currentParent())));
        return approved;
    }

    private static InvoiceWrittenOff fact(
            WriteOff approved, Invoice invoice, OpenPart part, LocalDate today, Map<String, String> policies) {
        return new InvoiceWrittenOff(
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderReference(),
                invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                invoice.customerId(),
                invoice.legalEntityId(),
                invoice.currency(),
                approved.reasonCode(),
                approved.reason(),
                approved.proposedBy(),
                approved.decidedBy(),
                approved.amount(),
                invoice.open().minus(approved.amount()),
                part.lines(),
                part.subtotals(),
                part.net(),
                part.tax(),
                false,
                today,
                approved.decidedAt(),
                policies);
    }
}
