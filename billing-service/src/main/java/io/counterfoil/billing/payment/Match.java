package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import java.util.List;
import java.util.UUID;

/**
 * Where money belongs.
 *
 * @param customerId null when nobody knows
 * @param invoices to be settled in this order; may be empty
 * @param correlationId the business transaction that is taken up again; null when none was found
 * @param doubt why nothing can be applied, in words; null when something can
 */
record Match(String legalEntityId, UUID customerId, List<Invoice> invoices, String correlationId, String doubt) {

    Match {
        invoices = List.copyOf(invoices);
    }
}
