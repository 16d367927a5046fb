package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which of billing's facts are posted, and as what they are read. */
final class Documents {

    private static final String BILLING = "io.counterfoil.billing.";

    private static final Map<String, Function<Envelope, BillingDocument>> READERS = Map.ofEntries(
            Map.entry(BILLING + "invoice.issued.v1", event -> new InvoiceDocument(InvoiceIssued.of(event))),
            Map.entry(BILLING + "invoice.voided.v1", as(InvoiceVoided.class)),
            Map.entry(BILLING + "invoice.written-off.v1", as(InvoiceWrittenOff.class)),
            Map.entry(BILLING + "invoice.recovered.v1", as(InvoiceRecovered.class)),
            Map.entry(BILLING + "payment.settled.v1", as(PaymentSettled.class)),
            Map.entry(BILLING + "payment.applied.v1", as(PaymentApplied.class)),
            Map.entry(BILLING + "payment.unapplied.v1", as(PaymentUnapplied.class)),
            Map.entry(BILLING + "payment.returned.v1", as(PaymentReturned.class)),
            Map.entry(BILLING + "payment.fee-charged.v1", as(FeeCharged.class)),
            Map.entry(BILLING + "payment.disputed.v1", as(PaymentDisputed.class)),
            Map.entry(BILLING + "dispute.won.v1", event -> event.dataAs(PaymentDisputed.class)
                    .asWon()),
            Map.entry(BILLING + "payout.paid.v1", as(PayoutPaid.class)),
            Map.entry(BILLING + "payout.failed.v1", event -> event.dataAs(PayoutPaid.class)
                    .asFailed()),
            Map.entry(BILLING + "refund.paid.v1", as(RefundPaid.class)),
            Map.entry(BILLING + "creditmemo.issued.v1", as(CreditMemo.Issued.class)),
            Map.entry(BILLING + "creditmemo.applied.v1", as(CreditMemoApplied.class)),
            Map.entry(BILLING + "creditmemo.voided.v1", as(CreditMemo.Voided.class)),
            Map.entry(BILLING + "credit.granted.v1", credit(CustomerCredit.Act.GRANTED)),
            Map.entry(BILLING + "credit.applied.v1", credit(CustomerCredit.Act.APPLIED)),
            Map.entry(BILLING + "credit.expired.v1", credit(CustomerCredit.Act.EXPIRED)),
            Map.entry(BILLING + "usage.rated.v1", as(UsageRated.class)));

    static final Set<String> TYPES = READERS.keySet();

    private Documents() {}

    /** The document; null when there is nothing to post. */
    static BillingDocument read(Envelope event) {
        BillingDocument document = READERS.get(event.type()).apply(event);
        return document.isPosted() ? document : null;
    }

    private static Function<Envelope, BillingDocument> as(Class<? extends BillingDocument> type) {
        return event -> event.dataAs(type);
    }

    private static Function<Envelope, BillingDocument> credit(CustomerCredit.Act act) {
        return event -> event.dataAs(CustomerCredit.class).as(act);
    }
}
