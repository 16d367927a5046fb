package io.counterfoil.billing.dispute;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Withdrawal;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A dispute ended: won, the money is back and settles again what is open; lost, it stays away. */
@Dependent
class CloseChargeback {

    private final ChargebackRows rows;
    private final Payments payments;
    private final Reversals reversals;
    private final LegalEntities entities;
    private final Outbox outbox;

    @Inject
    CloseChargeback(
            ChargebackRows rows, Payments payments, Reversals reversals, LegalEntities entities, Outbox outbox) {
        this.rows = rows;
        this.payments = payments;
        this.reversals = reversals;
        this.entities = entities;
        this.outbox = outbox;
    }

    Chargeback close(Chargeback open, DisputeState to, Instant at) {
        LocalDate day = entities.byId(open.legalEntityId()).dateAt(at);
        String type = to == DisputeState.WON ? DisputeWon.TYPE : DisputeLost.TYPE;
        Chargeback closed = open.close(to, day, EventIds.derived(open.disputeId(), type));
        rows.close(closed);
        Payment payment = payments.lock(open.paymentId()).orElseThrow();
        return Correlation.within(Correlation.current().continuing(open.correlationId()), () -> {
            if (to == DisputeState.WON) {
                won(closed, payment, day, at);
            } else {
                payments.lost(payment);
                outbox.publish(ChargebackFacts.lost(closed, at), closed.closedEventId());
            }
            return closed;
        });
    }

    private void won(Chargeback closed, Payment payment, LocalDate day, Instant at) {
        Withdrawal back = payments.won(payment, closed.amount(), closed.fromUnapplied(), closed.disputeId(), day, at);
        List<ReversedInvoice> invoices = new ArrayList<>();
        for (Taken taken : back.taken()) {
            invoices.add(restored(closed, taken));
        }
        outbox.publish(ChargebackFacts.won(closed, invoices, back.fromUnapplied(), at), closed.closedEventId());
        back.taken().stream()
                .map(Taken::invoice)
                .filter(invoice -> invoice.open().isZero() && closed.mode() == ChargebackMode.RECEIVABLE)
                .forEach(invoice -> outbox.publish(invoice.paid(at)));
    }

    private ReversedInvoice restored(Chargeback closed, Taken taken) {
        Invoice invoice = taken.invoice();
        Money amount = taken.amount();
        if (closed.mode() == ChargebackMode.RECEIVABLE) {
            return Reversals.told(invoice, reversals.shares(invoice, amount));
        }
        UUID act = OpenChargeback.reversalId(closed.disputeId(), invoice.invoiceId());
        List<LeftOfLine> parts = reversals.of(act, invoice.currency());
        reversals.undo(act);
        return Reversals.told(invoice, parts);
    }
}
