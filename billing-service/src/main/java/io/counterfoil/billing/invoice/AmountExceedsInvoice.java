package io.counterfoil.billing.invoice;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** More than is open, or nothing at all, was to be applied to an invoice. */
public final class AmountExceedsInvoice extends Refusal {

    public AmountExceedsInvoice(String invoiceNumber, Money amount, Money open) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't be applied to invoice " + invoiceNumber + ", on which " + open + " is open",
                "Apply an amount above zero and up to what is open.");
    }
}
