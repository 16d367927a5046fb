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
import java.util.ArrayList;
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
        List<Part> parts = spread(given, amount, invoice);
        Money left = given.stream()
                .map(WriteOff::left)
                .reduce(Money.zero(amount.currency()), Money::plus)
                .minus(amount);
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        Invoice after = invoice.recovered(left);
        List<Settlement> settlements = new ArrayList<>();
        for (Part each : parts) {
            rows.write(each.writeOff());
            settlements.add(each.takenBack(applicationId, invoice, today, now));
        }
        settlements.add(Settlement.of(applicationId, invoice, Settlement.Kind.CASH, amount, paymentId, today, now));
        invoices.settled(List.of(after), settlements);
        OpenPart part = OpenPart.of(amount, invoices.lines(invoice));
        outbox.publishAll(List.of(new Addressed(
                eventId,
                fact(after, left, part, paymentId, applicationId, amount, today, now),
                Correlation.current().continuing(invoice.correlationId()),
                Traces.currentParent())));
        return after;
    }

    /** What of the money makes good one of the write-offs of its invoice. */
    private record Part(WriteOff writeOff, Money amount) {

        Settlement takenBack(UUID applicationId, Invoice invoice, LocalDate day, Instant at) {
            UUID writeOffId = writeOff.writeOffId();
            return Settlement.of(
                    EventIds.derived(applicationId, writeOffId.toString()),
                    invoice,
                    Settlement.Kind.WRITE_OFF,
                    amount.negated(),
                    writeOffId,
                    day,
                    at);
        }
    }

    /** The first that was given up is made good first. */
    private static List<Part> spread(List<WriteOff> given, Money amount, Invoice invoice) {
        if (given.isEmpty()) {
            throw new NothingWrittenOff(invoice.number());
        }
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        for (WriteOff one : given) {
            Money part = rest.min(one.left());
            if (part.isPositive()) {
                parts.add(new Part(one.recover(part), part));
                rest = rest.minus(part);
            }
        }
        if (parts.isEmpty() || rest.isPositive()) {
            throw new AmountExceedsWriteOff(amount, amount.minus(rest));
        }
        return parts;
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
