package io.counterfoil.ledger.subledger;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Another event has told of this memo, refund, void, write-off or dispute before. */
public final class DocumentToldAlready extends Refusal {

    DocumentToldAlready(Throwable cause) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "A memo, refund, void, write-off or dispute of this event was told by another event before",
                "Waive it when both tell the same; else let billing say which one holds.");
        initCause(cause);
    }
}
