package io.counterfoil.billing.writeoff;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who proposed a write-off above the limit also wanted to approve it. */
public final class OwnProposal extends Refusal {

    public OwnProposal(String who) {
        super(
                403,
                TroubleClass.CREDIT,
                who + " proposed this write-off and can't approve it",
                "Another person has to approve it.");
    }
}
