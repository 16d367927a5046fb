package io.counterfoil.order.billing;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** billing-service does not do what was asked; its own code and words say why. */
public final class RefusedByBilling extends Refusal {

    private final String reasonCode;

    public RefusedByBilling(String reasonCode, String words, String remedy) {
        super(409, TroubleClass.DOWNSTREAM_REFUSED, "billing-service refuses (" + reasonCode + "): " + words, remedy);
        this.reasonCode = reasonCode;
    }

    /** The rule that billing-service names. */
    public String reasonCode() {
        return reasonCode;
    }
}
