package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.billing.legalentity.LegalEntities;
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

/** Makes good what was given up, within the caller's transaction: cash takes the place of the write-off. */
@Dependent
class Recovery {

    private final WriteOffRows rows;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    Recovery(WriteOffRows rows, Invoices invoices, LegalEntities entities, Outbox outbox, BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    Invoice recover(Invoice invoice, UUID paymentId, UUID applicationId, Money amount, UUID eventId) {
        List<WriteOff> given = rows.approved(invoice.invoiceId());
        WriteOff recovered = given.stream()
                .filter(one -> one.left().isPositive())
                .findFirst()
                .or(() -> given.stream().findFirst())
                .orElseThrow(() -> new NothingWrittenOff(invoice.number()))
                .recover(amount);
        Money left = given.stream()
                .map(WriteOff::left)
                .reduce(Money.zero(amount.currency()), Money::plus)
                .minus(amount);
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        Invoice after = invoice.recovered(left);
        rows.write(recovered);
        invoices.settled(
                List.of(after),
                List.of(
                        settlement(
                                Settlement.Kind.WRITE_OFF,
                                applicationId,
                                invoice,
                                amount.negated(),
                                recovered.writeOffId(),
                                today,
                                now),
                        settlement(Settlement.Kind.CASH, applicationId, invoice, amount, paymentId, today, now)));
        OpenPart part = OpenPart.of(amount, invoices.lines(invoice));
        outbox.publishAll(List.of(new Addressed(
                eventId,
                fact(after, left, part, paymentId, applicationId, amount, today, now),
                Correlation.current().continuing(invoice.correlationId()),
                Traces.currentParent())));
        return after;
    }

    private static Settlement settlement(
            Settlement.Kind kind, UUID act, Invoice invoice, Money amount, UUID source, LocalDate day, Instant at) {
        return Settlement.of(act, invoice, kind, amount, source, day, at);
    }

    private static InvoiceRecovered fact(
            Invoice after,
            Money left,
            OpenPart part,
            UUID paymentId,
            UUID applicationId,
            Money amount,
            LocalDate today,
            Instant now) {
        return new InvoiceRecovered(
                after.invoiceId(),
                after.number(),
                after.orderReference(),
                after.order().orderNumber(),
                after.order().contractId(),
                after.order().contractVersion(),
                after.customerId(),
                after.legalEntityId(),
                after.currency(),
                paymentId,
                applicationId,
                amount,
                part.lines(),
                part.subtotals(),
                part.net(),
                part.tax(),
                left,
                after.state().name(),
                today,
                now,
                Map.of());
    }
}
