package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where money lies that nobody knows the place of: an exception for finance, closed when all of it is applied. */
@Dependent
class UnappliedCashDesk {

    static final String ORIGIN = "unapplied-cash";

    private final Troubles troubles;

    @Inject
    UnappliedCashDesk(Troubles troubles) {
        this.troubles = troubles;
    }

    void open(Payment payment, String why) {
        String what = Json.write(Map.of(
                "paymentId", payment.paymentId(),
                "gatewayReference", payment.reference(),
                "unappliedAmount", payment.unapplied()));
        troubles.park(Parked.of(
                ORIGIN,
                payment.paymentId().toString(),
                new UnappliedCash(payment.paymentId(), payment.unapplied(), why),
                "application/json",
                what.getBytes(StandardCharsets.UTF_8),
                null));
    }

    void closeWhenApplied(Payment payment, String actor) {
        if (payment.unapplied().isZero()) {
            for (Trouble trouble : troubles.open(ORIGIN, payment.paymentId().toString())) {
                troubles.resolve(trouble.id(), actor, "all of it is applied");
            }
        }
    }
}
