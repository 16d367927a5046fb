package io.counterfoil.ledger.manual;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Collection;

/** A control account is the sum of its sub-ledger; who posts to it by hand parts the two. */
public final class ControlAccountNotByHand extends Refusal {

    ControlAccountNotByHand(Collection<String> codes) {
        super(
                422,
                TroubleClass.MAPPING,
                "Control accounts are posted to by documents alone: " + codes,
                "Let billing issue the document, or use an account that controls nothing.");
    }
}
