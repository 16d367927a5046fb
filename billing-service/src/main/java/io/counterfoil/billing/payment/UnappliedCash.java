package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Money arrived and nothing says where it belongs: the exception that finance gets. */
final class UnappliedCash extends Refusal {

    UnappliedCash(UUID paymentId, Money unapplied, String why) {
        super(
                409,
                TroubleClass.CREDIT,
                unapplied + " of payment " + paymentId + " is unapplied: " + why,
                "Apply it with POST /v1/payments/" + paymentId + "/applications.");
    }
}
