package io.counterfoil.billing.invoice;

import java.util.UUID;

/** Which invoices a list shows; what is null does not filter. */
record InvoiceFilter(UUID customerId, UUID orderId, String legalEntityId, InvoiceState state, String invoiceNumber) {}
