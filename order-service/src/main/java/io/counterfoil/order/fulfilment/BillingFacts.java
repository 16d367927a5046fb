package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/** What the process reads of billing-service's facts. */
final class BillingFacts {

    static final String SUBSCRIPTION_ACTIVATED = "io.counterfoil.billing.subscription.activated.v1";
    static final String INVOICE_ISSUED = "io.counterfoil.billing.invoice.issued.v1";
    static final String INVOICE_PAID = "io.counterfoil.billing.invoice.paid.v1";
    static final String PAYMENT_APPLIED = "io.counterfoil.billing.payment.applied.v1";
    static final String ORDER_REFUSED = "io.counterfoil.billing.order.refused-by-billing.v1";

    private BillingFacts() {}

    record SubscriptionActivated(UUID orderId) {}

    record InvoiceIssued(
            UUID invoiceId, String invoiceNumber, UUID orderId, Money payableAmount, List<InvoiceLine> lines) {}

    record InvoiceLine(UUID orderLineId) {}

    record InvoicePaid(UUID invoiceId, String invoiceNumber, UUID orderId) {}

    record PaymentApplied(UUID invoiceId, String invoiceNumber, UUID orderId, String invoiceState) {}

    record OrderRefused(UUID orderId, String reasonCode, String reason, String owner, String remedy) {}
}
