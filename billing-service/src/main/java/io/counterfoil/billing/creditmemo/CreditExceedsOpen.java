package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** A credit memo was to settle more of an invoice than is open on it. */
public final class CreditExceedsOpen extends Refusal {

    public CreditExceedsOpen(String invoiceNumber, Money amount, Money open) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't settle invoice " + invoiceNumber + ", on which " + open + " is open",
                "Settle up to what is open; let the rest become customer credit or a refund.");
    }
}
