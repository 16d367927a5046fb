package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells where a dispute stands, in the business transaction of its invoice. */
@Dependent
class DisputeFacts {

    private final Outbox outbox;

    @Inject
    DisputeFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(InvoiceDispute dispute, Invoice invoice, LocalDate day, Instant at) {
        InvoiceDisputed fact = new InvoiceDisputed(
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderReference(),
                invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                invoice.customerId(),
                invoice.legalEntityId(),
                invoice.currency(),
                dispute.disputeId(),
                dispute.state(),
                dispute.amount(),
                invoice.open(),
                dispute.reasonCode(),
                dispute.reason(),
                day,
                at,
                Map.of());
        outbox.publishAll(List.of(new Addressed(
                EventIds.derived(dispute.disputeId(), dispute.state().name()),
                fact,
                Correlation.current().continuing(invoice.correlationId()),
                Traces.currentParent())));
    }
}
