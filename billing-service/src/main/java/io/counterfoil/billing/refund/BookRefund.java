package io.counterfoil.billing.refund;

import io.counterfoil.billing.creditmemo.CreditMemo;
import io.counterfoil.billing.creditmemo.CreditMemos;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Withdrawal;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.billing.refund.RefundPaid.Mode;
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

/** A refund was paid, or failed: takes the money from where it comes from and tells of it, in the caller's transaction. */
@Dependent
class BookRefund {

    private final RefundRows rows;
    private final Payments payments;
    private final CreditMemos memos;
    private final CustomerCredits credits;
    private final Reversals reversals;
    private final Outbox outbox;

    @Inject
    BookRefund(
            RefundRows rows,
            Payments payments,
            CreditMemos memos,
            CustomerCredits credits,
            Reversals reversals,
            Outbox outbox) {
        this.rows = rows;
        this.payments = payments;
        this.memos = memos;
        this.credits = credits;
        this.reversals = reversals;
        this.outbox = outbox;
    }

    Refund paid(Refund refund, String reference, LocalDate day, Instant at) {
        return Correlation.within(Correlation.current().continuing(refund.correlationId()), () -> {
            Mode mode = refund.from().isPaymentItself() ? fitting(refund) : refund.mode();
            Refund paid = refund.paid(reference, day, at, mode);
            rows.move(paid);
            Taking taking = paid.from().isPaymentItself() ? ofPayment(paid) : ofDebt(paid);
            outbox.publish(RefundFacts.paid(paid, taking), paid.eventId());
            return paid;
        });
    }

    Refund failed(Refund refund, String reference, String code, String reason, Instant at) {
        Refund failed = refund.failed(reference, code, reason);
        rows.move(failed);
        Correlation.within(Correlation.current().continuing(refund.correlationId()), () -> {
            outbox.publish(RefundFacts.failed(failed, at), refund.eventId());
        });
        return failed;
    }

    /** What a refund took, and from where. */
    record Taking(List<ReversedInvoice> invoices, Money unapplied, Money memo, Money credit) {}

    private Taking ofPayment(Refund refund) {
        Payment payment = payments.lock(refund.from().paymentId()).orElseThrow();
        boolean reopens = refund.mode() == Mode.REOPEN_RECEIVABLE;
        Withdrawal away = payments.refund(
                payment,
                refund.amount(),
                refund.refundId(),
                refund.from().invoiceId(),
                reopens,
                refund.valueDate(),
                refund.effectiveAt());
        List<ReversedInvoice> invoices = new ArrayList<>();
        for (Taken taken : away.taken()) {
            invoices.add(reversed(refund, taken, reopens));
        }
        Money zero = Money.zero(refund.amount().currency());
        return new Taking(invoices, away.fromUnapplied(), zero, zero);
    }

    private ReversedInvoice reversed(Refund refund, Taken taken, boolean reopens) {
        Invoice invoice = taken.invoice();
        if (reopens) {
            return Reversals.told(invoice, reversals.shares(invoice, taken.amount()));
        }
        List<LeftOfLine> parts = reversals.amount(invoice, taken.amount());
        reversals.keep("REFUND", reversalId(refund, invoice), invoice, parts);
        return Reversals.told(invoice, parts);
    }

    /** A memo or a credit owes it; the payment only says how it goes back. */
    private Taking ofDebt(Refund refund) {
        Money zero = Money.zero(refund.amount().currency());
        if (refund.from().paymentId() != null) {
            payments.refundOfDebt(payments.lock(refund.from().paymentId()).orElseThrow(), refund.amount());
        }
        if (refund.from().creditMemoId() != null) {
            CreditMemo memo = memos.lock(refund.from().creditMemoId()).orElseThrow();
            memos.refunded(memo, refund.amount());
            return new Taking(List.of(), zero, refund.amount(), zero);
        }
        credits.payOut(credits.lock(refund.from().creditId()).orElseThrow(), refund.amount());
        return new Taking(List.of(), zero, zero, refund.amount());
    }

    /** Revenue that memos have taken back meanwhile can't be reversed again: then the receivable is opened instead. */
    private Mode fitting(Refund refund) {
        if (refund.mode() == Mode.REOPEN_RECEIVABLE) {
            return refund.mode();
        }
        Payment payment = payments.lock(refund.from().paymentId()).orElseThrow();
        boolean fits = payments.standing(payment, refund.amount(), refund.from().invoiceId()).stream()
                .allMatch(taken -> reversals.fits(taken.invoice(), taken.amount()));
        return fits ? refund.mode() : Mode.REOPEN_RECEIVABLE;
    }

    private static UUID reversalId(Refund refund, Invoice invoice) {
        return EventIds.derived(refund.refundId(), "reversal " + invoice.invoiceId());
    }
}
