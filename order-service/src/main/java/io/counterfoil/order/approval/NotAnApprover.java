package io.counterfoil.order.approval;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The rule for a quote of this value names other people. */
public final class NotAnApprover extends Refusal {

    public NotAnApprover(String quoteNumber, String person) {
        super(
                409,
                TroubleClass.PRICE,
                person + " is none of the approvers of quote " + quoteNumber,
                "Let two of the named approvers decide; the quote shows them.");
    }
}
