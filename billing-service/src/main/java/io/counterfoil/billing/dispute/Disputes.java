package io.counterfoil.billing.dispute;

import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The chargebacks, as a gateway's adapter tells of them; in the caller's transaction. */
@Dependent
public class Disputes {

    private final ChargebackRows rows;
    private final Payments payments;
    private final OpenChargeback open;
    private final CloseChargeback close;

    @Inject
    Disputes(ChargebackRows rows, Payments payments, OpenChargeback open, CloseChargeback close) {
        this.rows = rows;
        this.payments = payments;
        this.open = open;
        this.close = close;
    }

    /** Takes what is told of a dispute, in whatever order and however often. */
    public void told(DisputeTold told) {
        Optional<Chargeback> known = rows.byReference(told.channel(), told.reference());
        Chargeback dispute = known.orElseGet(() -> open.open(payment(told), told));
        if (dispute.state() == DisputeState.OPEN && told.state() != DisputeState.OPEN) {
            close.close(dispute, told.state(), told.at());
        }
    }

    private Payment payment(DisputeTold told) {
        return payments.lock(told.channel(), told.paymentReference())
                .orElseThrow(() -> new PaymentUnknown(told.channel(), told.paymentReference()));
    }
}
