package io.counterfoil.billing.invoicedispute;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** More than is open on the invoice, or nothing at all, was disputed. */
public final class DisputeExceedsOpen extends Refusal {

    public DisputeExceedsOpen(String invoiceNumber, Money amount, Money open) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " of invoice " + invoiceNumber + " can't be disputed: " + open + " is open on it",
                "Name an amount above zero and up to what is open; what was paid is taken back by a credit memo.");
    }
}
