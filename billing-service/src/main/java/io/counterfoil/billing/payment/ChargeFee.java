package io.counterfoil.billing.payment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.PaymentJson.Fee;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Records a fee that the gateway or the bank took, beside what a payment itself told. */
@UseCase
class ChargeFee {

    private final PaymentRows rows;
    private final LegalEntities entities;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    ChargeFee(PaymentRows rows, LegalEntities entities, Database database, Outbox outbox, BusinessClock clock) {
        this.rows = rows;
        this.entities = entities;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    UUID handle(UUID paymentId, Fee fee) {
        Payment payment = rows.byId(paymentId, true).orElseThrow(() -> new NotFound("payment", paymentId));
        if (fee.amount().isZero()
                || !fee.amount().currency().equals(payment.amount().currency())) {
            throw new Invalid("/amount", "must not be zero, and in the currency of the payment");
        }
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        UUID feeId = EventIds.next();
        database.update(
                "insert into payment_fee values (?, ?, ?, ?, ?, ?, ?)",
                feeId,
                paymentId,
                fee.kind(),
                fee.amount().minor(),
                fee.reference(),
                today,
                now);
        PaymentFeeCharged fact = new PaymentFeeCharged(
                paymentId,
                payment.customerId(),
                payment.legalEntityId(),
                payment.amount().currency(),
                feeId,
                fee.amount(),
                fee.kind(),
                payment.channel(),
                fee.reference(),
                today,
                now,
                Map.of());
        Correlation.within(Correlation.current().continuing(payment.correlationId()), () -> {
            outbox.publish(fact);
        });
        return feeId;
    }
}
