package io.counterfoil.order.dispute;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nobody decides on a dispute that they have raised. */
public final class OwnDispute extends Refusal {

    public OwnDispute(String dispute, String person) {
        super(
                409,
                TroubleClass.CREDIT,
                person + " has raised dispute " + dispute,
                "Have another person of finance decide.");
    }
}
