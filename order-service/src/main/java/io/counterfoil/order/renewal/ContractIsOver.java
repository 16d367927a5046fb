package io.counterfoil.order.renewal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What was taken back does not go on. */
public final class ContractIsOver extends Refusal {

    public ContractIsOver(String contractNumber) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Contract " + contractNumber + " is over: its order was taken back",
                "Sell what the customer wants by a new order.");
    }
}
