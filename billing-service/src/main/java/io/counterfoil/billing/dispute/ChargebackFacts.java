package io.counterfoil.billing.dispute;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The facts of a chargeback. */
final class ChargebackFacts {

    private ChargebackFacts() {}

    static PaymentDisputed disputed(Chargeback one, List<ReversedInvoice> invoices) {
        return new PaymentDisputed(
                one.disputeId(),
                one.paymentId(),
                one.customerId(),
                one.legalEntityId(),
                one.amount().currency(),
                one.amount(),
                null,
                null,
                one.mode(),
                one.channel(),
                one.reference(),
                only(invoices),
                null,
                tax(one, invoices),
                invoices,
                one.fromUnapplied(),
                one.reasonCode(),
                one.reason(),
                one.respondBy(),
                one.openedOn(),
                one.effectiveAt(),
                one.policyVersions());
    }

    static DisputeWon won(Chargeback one, List<ReversedInvoice> invoices, Money unapplied, Instant at) {
        return new DisputeWon(
                one.disputeId(),
                one.paymentId(),
                one.customerId(),
                one.legalEntityId(),
                one.amount().currency(),
                one.amount(),
                null,
                null,
                one.mode(),
                one.channel(),
                one.reference(),
                only(invoices),
                null,
                tax(one, invoices),
                invoices,
                unapplied,
                one.closedOn(),
                at,
                one.policyVersions());
    }

    static DisputeLost lost(Chargeback one, Instant at) {
        return new DisputeLost(
                one.disputeId(),
                one.paymentId(),
                one.customerId(),
                one.legalEntityId(),
                one.amount().currency(),
                one.amount(),
                null,
                null,
                one.mode(),
                one.channel(),
                one.reference(),
                null,
                null,
                null,
                List.of(),
                Money.zero(one.amount().currency()),
                one.closedOn(),
                at,
                one.policyVersions());
    }

    private static UUID only(List<ReversedInvoice> invoices) {
        return invoices.size() == 1 ? invoices.get(0).invoiceId() : null;
    }

    private static Money tax(Chargeback one, List<ReversedInvoice> invoices) {
        return invoices.stream()
                .map(ReversedInvoice::taxShare)
                .reduce(Money.zero(one.amount().currency()), Money::plus);
    }
}
