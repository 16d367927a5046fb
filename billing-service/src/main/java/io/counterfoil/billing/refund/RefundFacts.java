package io.counterfoil.billing.refund;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.common.money.Money;
import java.time.Instant;

/** The facts of a refund. */
final class RefundFacts {

    private static final String REJECTED = "REJECTED";

    private RefundFacts() {}

    static RefundPaid paid(Refund refund, BookRefund.Taking taking) {
        Money zero = Money.zero(refund.amount().currency());
        return new RefundPaid(
                refund.refundId(),
                refund.from().paymentId(),
                refund.customerId(),
                refund.legalEntityId(),
                refund.amount().currency(),
                refund.amount(),
                null,
                null,
                refund.mode(),
                refund.channel(),
                refund.gatewayReference(),
                taking.invoices().size() == 1 ? taking.invoices().get(0).invoiceId() : null,
                taking.invoices().stream().map(ReversedInvoice::taxShare).reduce(zero, Money::plus),
                taking.invoices(),
                taking.unapplied(),
                refund.from().creditMemoId(),
                taking.memo(),
                refund.from().creditId(),
                taking.credit(),
                refund.why().reasonCode(),
                refund.why().reason(),
                refund.why().requestedBy(),
                refund.why().approvedBy(),
                refund.valueDate(),
                refund.effectiveAt(),
                refund.policyVersions());
    }

    static RefundFailed failed(Refund refund, Instant at) {
        return failed(refund, refund.failureCode(), refund.failureReason(), at);
    }

    /** A second person refused it: it will not be paid either. */
    static RefundFailed rejected(Refund refund, Instant at) {
        return failed(refund, REJECTED, refund.why().reason(), at);
    }

    private static RefundFailed failed(Refund refund, String code, String reason, Instant at) {
        return new RefundFailed(
                refund.refundId(),
                refund.from().paymentId(),
                refund.customerId(),
                refund.legalEntityId(),
                refund.amount().currency(),
                refund.amount(),
                refund.channel(),
                refund.gatewayReference(),
                code,
                reason,
                at,
                refund.policyVersions());
    }
}
