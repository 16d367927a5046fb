package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Billing has invoiced an order that was cancelled meanwhile; somebody has to take the invoice back. */
public final class InvoicedAfterCancellation extends Refusal {

    public InvoicedAfterCancellation(String orderNumber, String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Order " + orderNumber + " was cancelled before billing issued invoice " + invoiceNumber,
                "Credit the invoice at billing-service, then waive this exception.");
    }
}
