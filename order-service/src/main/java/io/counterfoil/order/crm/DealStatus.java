package io.counterfoil.order.crm;

import io.counterfoil.common.money.Money;

/**
 * What a deal in the CRM shows of us; null is an empty field.
 *
 * @param parts where several legal entities sell it, each order with its state and its invoices; else null
 */
public record DealStatus(
        String orderNumber,
        String orderStatus,
        String holdReason,
        String invoiceNumber,
        Money invoiceTotal,
        String postingStatus,
        String paymentStatus,
        String correlationId,
        String shipmentStatus,
        String parts) {

    /** A deal that shows nothing of us. */
    public static final DealStatus NOTHING = new DealStatus(null, null, null, null, null, null, null, null);

    /** A deal of one order, of which nothing is shipped. */
    public DealStatus(
            String orderNumber,
            String orderStatus,
            String holdReason,
            String invoiceNumber,
            Money invoiceTotal,
            String postingStatus,
            String paymentStatus,
            String correlationId) {
        this(
                orderNumber,
                orderStatus,
                holdReason,
                invoiceNumber,
                invoiceTotal,
                postingStatus,
                paymentStatus,
                correlationId,
                null,
                null);
    }
}
