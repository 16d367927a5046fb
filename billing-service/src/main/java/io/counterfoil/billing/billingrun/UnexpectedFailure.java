package io.counterfoil.billing.billingrun;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Something of one agreement can't be billed for a reason that nobody thought of: a defect or rows that contradict each other. */
public final class UnexpectedFailure extends Refusal {

    public UnexpectedFailure(Throwable failure) {
        super(
                500,
                TroubleClass.POISON,
                "Billing failed unexpectedly: " + failure,
                "Mend the cause, which the log of this time shows, then replay.");
        initCause(failure);
    }
}
