package io.counterfoil.ledger.receivable;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Another event has told of this invoice, payment or application before; the same event again would have had no effect. */
public final class DocumentKeptAlready extends Refusal {
    DocumentKeptAlready(Throwable cause) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "An invoice, payment or application of this event was told by another event before",
                "Waive it when both tell the same; else let billing say which one holds.");
        initCause(cause);
    }
}
