package io.counterfoil.ledger.entity;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Something is to be posted for a legal entity that has no books here. */
public final class UnknownLegalEntity extends Refusal {
    UnknownLegalEntity(String legalEntityId) {
        super(
                404,
                TroubleClass.MASTER_DATA,
                "There is no legal entity '" + legalEntityId + "'",
                "Publish it by PUT /v1/legal-entities/" + legalEntityId
                        + " with its accounts and posting rules, then replay.");
    }
}
