package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The secret of the end point or the organization is not the one that was agreed. Which of them is not said. */
public final class SenderNotAuthentic extends Refusal {

    public SenderNotAuthentic() {
        super(
                401,
                TroubleClass.SCHEMA,
                "The sender is not known",
                "Use the end point that was agreed for the organization.");
    }
}
