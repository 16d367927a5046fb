package io.counterfoil.ledger.posting;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Some of what it takes back was given up here, the rest is in the books: as a whole it would take back too much. */
final class TakesBackInPart extends Refusal {

    TakesBackInPart(String why) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "A part of what it takes back will never be posted: " + why,
                "Post what it takes back of the others by a manual entry, then give this document up.");
    }
}
