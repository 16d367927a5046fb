package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Attempt.Cause;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;
import java.util.UUID;

/** Somebody has an invoice collected now, whatever its schedule says. */
@UseCase
class CollectByHand {

    private final Invoices invoices;
    private final StartAttempt start;

    @Inject
    CollectByHand(Invoices invoices, StartAttempt start) {
        this.invoices = invoices;
        this.start = start;
    }

    Attempt handle(UUID invoiceId) {
        Invoice invoice = invoices.lock(invoiceId).orElseThrow(() -> new NotFound("invoice", invoiceId));
        return start.of(invoice, Cause.BY_HAND);
    }
}
