package io.counterfoil.ledger.posting;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** The parts of a document are not its whole, so no entry of it could be right. */
public final class DocumentDoesNotAddUp extends Refusal {
    DocumentDoesNotAddUp(String document, String what, Money parts, Money whole) {
        super(
                422,
                TroubleClass.SCHEMA,
                document + ": " + what + " add up to " + parts + ", not to " + whole,
                "Let billing correct the document, or edit the event and replay it, by two people.");
    }
}
