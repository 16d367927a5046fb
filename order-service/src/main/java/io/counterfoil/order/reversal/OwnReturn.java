package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nobody authorises a return that they asked for. */
public final class OwnReturn extends Refusal {

    public OwnReturn(String number, String person) {
        super(
                409,
                TroubleClass.CREDIT,
                "Return " + number + " was asked for by " + person + ", who can't authorise it",
                "Let another person decide.");
    }
}
