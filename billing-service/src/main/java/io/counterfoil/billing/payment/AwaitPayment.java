package io.counterfoil.billing.payment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A payment that was asked for and whose money is not here: told when it begins, and when nobody knows what became of it. */
@Dependent
class AwaitPayment {

    private final PaymentRows rows;
    private final LegalEntities entities;
    private final Outbox outbox;

    @Inject
    AwaitPayment(PaymentRows rows, LegalEntities entities, Outbox outbox) {
        this.rows = rows;
        this.entities = entities;
        this.outbox = outbox;
    }

    void begins(Awaited awaited) {
        String currency = awaited.amount().currency();
        String legalEntity = awaited.invoice().legalEntityId();
        UUID eventId = EventIds.derived(awaited.paymentId(), PaymentReceived.TYPE);
        rows.add(new Payment(
                awaited.paymentId(),
                awaited.channel(),
                awaited.paymentId().toString(), // until the gateway gives its own
                null,
                legalEntity,
                awaited.invoice().customerId(),
                awaited.amount(),
                Money.zero(currency),
                Payment.Balances.none(currency, null),
                PaymentState.PENDING,
                awaited.invoice().number(),
                entities.byId(legalEntity).dateAt(awaited.at()),
                awaited.at(),
                null,
                null,
                Correlation.current().correlationId(),
                eventId,
                1));
        outbox.publish(fact(awaited, null, PaymentReceived.State.PENDING), eventId);
    }

    /** The gateway gave no answer. Told once. */
    void unknown(Awaited awaited, Instant at) {
        Payment payment = rows.byId(awaited.paymentId(), true).orElseThrow();
        if (payment.state() == PaymentState.PENDING) {
            rows.move(payment.unknown());
            outbox.publish(
                    fact(awaited, at, PaymentReceived.State.UNKNOWN),
                    EventIds.derived(awaited.paymentId(), PaymentReceived.TYPE + " unknown"));
        }
    }

    private static PaymentReceived fact(Awaited awaited, Instant at, PaymentReceived.State state) {
        return new PaymentReceived(
                awaited.paymentId(),
                awaited.invoice().customerId(),
                awaited.invoice().legalEntityId(),
                awaited.amount().currency(),
                awaited.amount(),
                awaited.channel(),
                null,
                awaited.invoice().invoiceId(),
                awaited.invoice().number(),
                awaited.attempt(),
                state,
                at == null ? awaited.at() : at,
                Map.of());
    }
}
