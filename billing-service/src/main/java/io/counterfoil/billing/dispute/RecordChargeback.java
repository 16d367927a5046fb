package io.counterfoil.billing.dispute;

import io.counterfoil.billing.dispute.ChargebackJson.ChargebackRequest;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;

/** Finance records a chargeback where no gateway tells. */
@UseCase
class RecordChargeback {

    private final Disputes disputes;
    private final ChargebackRows rows;
    private final Payments payments;
    private final BusinessClock clock;

    @Inject
    RecordChargeback(Disputes disputes, ChargebackRows rows, Payments payments, BusinessClock clock) {
        this.disputes = disputes;
        this.rows = rows;
        this.payments = payments;
        this.clock = clock;
    }

    Chargeback handle(ChargebackRequest wanted) {
        Payment payment =
                payments.lock(wanted.paymentId()).orElseThrow(() -> new NotFound("payment", wanted.paymentId()));
        Money amount = wanted.amount() == null ? payment.refundable() : wanted.amount();
        if (!amount.currency().equals(payment.amount().currency())) {
            throw new Invalid("/amount/currency", "must be " + payment.amount().currency() + ", as the payment");
        }
        disputes.told(new DisputeTold(
                payment.channel(),
                payment.reference(),
                wanted.reference(),
                amount,
                DisputeState.OPEN,
                wanted.reasonCode(),
                wanted.reason(),
                null,
                clock.now()));
        return rows.byReference(payment.channel(), wanted.reference()).orElseThrow();
    }
}
