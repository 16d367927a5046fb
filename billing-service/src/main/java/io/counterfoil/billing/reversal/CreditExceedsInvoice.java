package io.counterfoil.billing.reversal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** More was to be taken back than is left of an invoice or of one of its lines. */
public final class CreditExceedsInvoice extends Refusal {

    public CreditExceedsInvoice(String what, Money wanted, Money left) {
        super(
                409,
                TroubleClass.CREDIT,
                wanted + " can't be taken back of " + what + ", of which " + left + " is left",
                "Take back up to what is left.");
    }
}
