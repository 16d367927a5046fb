package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells within the transaction of the issue what was issued, so that money and credit that wait for it find it.
 *
 * @param prepaid the lines that sold prepaid credit
 * @param causes why each invoice is issued, by its id: in a set that is not what the running thread works for
 */
public record InvoicesIssued(List<Invoice> invoices, List<Prepaid> prepaid, Map<UUID, Cause> causes, Instant at) {

    /** Does what follows from an invoice, in its own business transaction, and as caused by what caused it. */
    public void within(Invoice invoice, Runnable work) {
        Cause cause = causes.get(invoice.invoiceId());
        Correlation own = cause.correlation().continuing(invoice.correlationId());
        Traces.within(cause.traceParent(), () -> Correlation.within(own, work));
    }

    /** A line that sold prepaid credit. */
    public record Prepaid(Invoice invoice, UUID lineId, BillableItem item) {
        public Money net() {
            return item.net();
        }
    }
}
