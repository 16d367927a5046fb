package io.counterfoil.billing.collection;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** There is nothing on the invoice that could be collected. */
public final class NothingToCollect extends Refusal {

    public NothingToCollect(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Nothing of invoice " + invoiceNumber + " can be collected: it is settled or disputed",
                "See what is open on the invoice, and its disputes.");
    }
}
