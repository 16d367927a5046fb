package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import java.util.Map;
import java.util.Set;

/** Which of billing's facts are posted, and as what they are read. */
final class Documents {

    private static final String BILLING = "io.counterfoil.billing.";

    private static final Map<String, Class<? extends BillingDocument>> READ = Map.ofEntries(
            Map.entry(BILLING + "invoice.issued.v1", InvoiceIssued.class),
            Map.entry(BILLING + "invoice.voided.v1", InvoiceVoided.class),
            Map.entry(BILLING + "invoice.written-off.v1", InvoiceWrittenOff.class),
            Map.entry(BILLING + "invoice.recovered.v1", InvoiceRecovered.class),
            Map.entry(BILLING + "payment.settled.v1", PaymentSettled.class),
            Map.entry(BILLING + "payment.applied.v1", PaymentApplied.class),
            Map.entry(BILLING + "payment.unapplied.v1", PaymentUnapplied.class),
            Map.entry(BILLING + "payment.returned.v1", PaymentReturned.class),
            Map.entry(BILLING + "payment.fee-charged.v1", FeeCharged.class),
            Map.entry(BILLING + "payment.disputed.v1", MoneyBack.Disputed.class),
            Map.entry(BILLING + "dispute.won.v1", MoneyBack.Won.class),
            Map.entry(BILLING + "refund.paid.v1", MoneyBack.Refunded.class),
            Map.entry(BILLING + "creditmemo.issued.v1", CreditMemo.Issued.class),
            Map.entry(BILLING + "creditmemo.applied.v1", CreditMemoApplied.class),
            Map.entry(BILLING + "creditmemo.voided.v1", CreditMemo.Voided.class),
            Map.entry(BILLING + "credit.granted.v1", CustomerCredit.Granted.class),
            Map.entry(BILLING + "credit.applied.v1", CustomerCredit.Applied.class),
            Map.entry(BILLING + "credit.expired.v1", CustomerCredit.Expired.class),
            Map.entry(BILLING + "usage.rated.v1", UsageRated.class));

    static final Set<String> TYPES = READ.keySet();

    private Documents() {}

    /** The document; null when there is nothing to post. */
    static BillingDocument read(Envelope event) {
        BillingDocument document = event.dataAs(READ.get(event.type()));
        return document.isPosted() ? document : null;
    }
}
