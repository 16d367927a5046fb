package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The archive of events could not be asked, so nothing can be tried. */
final class ArchiveUnavailable extends Refusal {

    ArchiveUnavailable() {
        super(
                503,
                TroubleClass.DOWNSTREAM_DOWN,
                "The archive of events could not be asked; nothing was tried",
                "Ask again when warehouse-feed answers; its health says more.");
    }
}
