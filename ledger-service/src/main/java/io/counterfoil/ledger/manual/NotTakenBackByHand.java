package io.counterfoil.ledger.manual;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** What a document caused is taken back by a document; by hand only what people had posted. */
public final class NotTakenBackByHand extends Refusal {

    NotTakenBackByHand(UUID entryId) {
        super(
                409,
                TroubleClass.MAPPING,
                "Journal entry " + entryId + " was caused by a document, or is a reversal itself",
                "Let billing take the document back: by void, credit memo or refund.");
    }
}
