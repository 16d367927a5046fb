package io.counterfoil.ledger.manual;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Who made or submitted an entry does not approve it. */
public final class MakerIsChecker extends Refusal {

    MakerIsChecker(UUID id) {
        super(
                403,
                TroubleClass.MASTER_DATA,
                "Manual entry " + id + " was made or submitted by the same person",
                "Let another person decide.");
    }
}
