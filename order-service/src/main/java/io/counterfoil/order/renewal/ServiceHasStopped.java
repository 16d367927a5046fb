package io.counterfoil.order.renewal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A renewal comes after the subscriptions that it should extend have expired. */
public final class ServiceHasStopped extends Refusal {

    public ServiceHasStopped(String renewalNumber, LocalDate end) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Renewal " + renewalNumber + " comes too late: the subscriptions expired on " + end,
                "Sell the further term by a new order, or not; then waive this exception, which withdraws the"
                        + " renewal.");
    }
}
