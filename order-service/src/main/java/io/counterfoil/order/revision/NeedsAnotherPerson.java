package io.counterfoil.order.revision;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who proposes a change of the catalogue doesn't decide on it. */
public final class NeedsAnotherPerson extends Refusal {

    NeedsAnotherPerson(String what, int version, String by) {
        super(
                403,
                TroubleClass.MAPPING,
                what + " version " + version + " was proposed by " + by + ", who can't decide on it",
                "Let another person decide.");
    }
}
