package io.counterfoil.billing.archive;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** An archived document is not what was kept: its digest differs. Nobody may take it for the original. */
public final class ArchivedDocumentAltered extends Refusal {

    public ArchivedDocumentAltered(UUID documentId) {
        super(
                409,
                TroubleClass.POISON,
                "The archived document " + documentId + " was altered: its SHA-256 is not the one that was kept",
                "Restore the document from a backup and find out who changed it.");
    }
}
