package io.counterfoil.billing.dispute;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Withdrawal;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The payer took money back: it is gone, and what it had settled is open or reversed, as the policy says. */
@Dependent
class OpenChargeback {

    private final ChargebackRows rows;
    private final Payments payments;
    private final Reversals reversals;
    private final Policies policies;
    private final LegalEntities entities;
    private final Outbox outbox;

    @Inject
    OpenChargeback(
            ChargebackRows rows,
            Payments payments,
            Reversals reversals,
            Policies policies,
            LegalEntities entities,
            Outbox outbox) {
        this.rows = rows;
        this.payments = payments;
        this.reversals = reversals;
        this.policies = policies;
        this.entities = entities;
        this.outbox = outbox;
    }

    Chargeback open(Payment payment, DisputeTold told) {
        LocalDate day = entities.byId(payment.legalEntityId()).dateAt(told.at());
        PolicyValue policy = policies.value(PolicyName.CHARGEBACK_MODE, Scope.of(payment.legalEntityId()), day);
        ChargebackMode mode = fitting(policy.as(ChargebackMode.class), payment, told);
        UUID id = EventIds.derived(payment.paymentId(), "dispute " + told.reference());
        Withdrawal away =
                payments.dispute(payment, told.amount(), id, mode == ChargebackMode.RECEIVABLE, day, told.at());
        List<ReversedInvoice> invoices = new ArrayList<>();
        away.taken().forEach(taken -> invoices.add(reversed(id, taken, mode)));
        Chargeback made = chargeback(id, payment, told, away, mode, policy, day);
        rows.add(made);
        Correlation.within(Correlation.current().continuing(payment.correlationId()), () -> {
            outbox.publish(ChargebackFacts.disputed(made, invoices), made.openedEventId());
        });
        return made;
    }

    /** Revenue that was taken back meanwhile can't be reversed again: then the invoices are opened instead. */
    private ChargebackMode fitting(ChargebackMode wanted, Payment payment, DisputeTold told) {
        boolean fits = wanted == ChargebackMode.RECEIVABLE
                || payments.standing(payment, told.amount(), null).stream()
                        .allMatch(taken -> reversals.fits(taken.invoice(), taken.amount()));
        return fits ? wanted : ChargebackMode.RECEIVABLE;
    }

    private ReversedInvoice reversed(UUID disputeId, Taken taken, ChargebackMode mode) {
        Invoice invoice = taken.invoice();
        if (mode == ChargebackMode.RECEIVABLE) {
            return Reversals.told(invoice, reversals.shares(invoice, taken.amount()));
        }
        List<LeftOfLine> parts = reversals.amount(invoice, taken.amount());
        reversals.keep("DISPUTE", reversalId(disputeId, invoice.invoiceId()), invoice, parts);
        return Reversals.told(invoice, parts);
    }

    static UUID reversalId(UUID disputeId, UUID invoiceId) {
        return EventIds.derived(disputeId, "reversal " + invoiceId);
    }

    private static Chargeback chargeback(
            UUID id,
            Payment payment,
            DisputeTold told,
            Withdrawal away,
            ChargebackMode mode,
            PolicyValue policy,
            LocalDate day) {
        return new Chargeback(
                id,
                payment.paymentId(),
                told.channel(),
                told.reference(),
                payment.customerId(),
                payment.legalEntityId(),
                told.amount(),
                away.fromUnapplied(),
                mode,
                DisputeState.OPEN,
                told.reasonCode(),
                told.reason(),
                told.respondBy(),
                day,
                null,
                told.at(),
                payment.correlationId(),
                EventIds.derived(id, PaymentDisputed.TYPE),
                null,
                Map.of(policy.policy().text(), policy.reference()),
                1);
    }
}
