package io.counterfoil.billing.legalentity;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Billing has no copy of the legal entity yet. */
public final class UnknownLegalEntity extends Refusal {

    public UnknownLegalEntity(String legalEntityId) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Legal entity " + legalEntityId + " is not known to billing",
                "Publish it in ledger-service; its copy arrives by event, then repeat.");
    }
}
