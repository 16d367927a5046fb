package io.counterfoil.ledger.posting;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** All that it takes back was given up here: there is nothing to take, so it is passed over and nobody has to ask for it. */
final class TakesBackUnposted extends Refusal {

    TakesBackUnposted(String why) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "What it takes back will never be posted: " + why,
                "Nothing is left to do: it is passed over by itself.");
    }
}
