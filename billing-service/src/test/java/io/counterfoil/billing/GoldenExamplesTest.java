package io.counterfoil.billing;

import io.counterfoil.billing.billingrun.OrderRefusedByBilling;
import io.counterfoil.billing.creditmemo.CreditMemoApplied;
import io.counterfoil.billing.creditmemo.CreditMemoDiscarded;
import io.counterfoil.billing.creditmemo.CreditMemoIssued;
import io.counterfoil.billing.creditmemo.CreditMemoVoided;
import io.counterfoil.billing.customercredit.CreditApplied;
import io.counterfoil.billing.customercredit.CreditExpired;
import io.counterfoil.billing.customercredit.CreditGranted;
import io.counterfoil.billing.dispute.DisputeLost;
import io.counterfoil.billing.dispute.DisputeWon;
import io.counterfoil.billing.dispute.PaymentDisputed;
import io.counterfoil.billing.dunning.InvoiceOverdue;
import io.counterfoil.billing.invoice.InvoiceIssued;
import io.counterfoil.billing.invoice.InvoicePaid;
import io.counterfoil.billing.invoice.InvoiceVoided;
import io.counterfoil.billing.invoicedispute.InvoiceDisputed;
import io.counterfoil.billing.payment.PaymentApplied;
import io.counterfoil.billing.payment.PaymentFailed;
import io.counterfoil.billing.payment.PaymentFeeCharged;
import io.counterfoil.billing.payment.PaymentReceived;
import io.counterfoil.billing.payment.PaymentReturned;
import io.counterfoil.billing.payment.PaymentSettled;
import io.counterfoil.billing.payment.PaymentUnapplied;
import io.counterfoil.billing.payout.PayoutFailed;
import io.counterfoil.billing.payout.PayoutPaid;
import io.counterfoil.billing.refund.RefundFailed;
import io.counterfoil.billing.refund.RefundPaid;
import io.counterfoil.billing.subscription.SubscriptionActivated;
import io.counterfoil.billing.subscription.SubscriptionAmended;
import io.counterfoil.billing.subscription.SubscriptionCancelled;
import io.counterfoil.billing.subscription.SubscriptionReckoned;
import io.counterfoil.billing.subscription.SubscriptionRenewed;
import io.counterfoil.billing.subscription.SubscriptionResumed;
import io.counterfoil.billing.subscription.SubscriptionSuspended;
import io.counterfoil.billing.usage.UsageRated;
import io.counterfoil.billing.writeoff.InvoiceRecovered;
import io.counterfoil.billing.writeoff.InvoiceWrittenOff;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.testing.GoldenExample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each fact's record and its golden example are the same, word for word. */
class GoldenExamplesTest {
    private static final List<Class<? extends Fact>> FACTS = List.of(
            OrderRefusedByBilling.class,
            CreditMemoApplied.class,
            CreditMemoDiscarded.class,
            CreditMemoIssued.class,
            CreditMemoVoided.class,
            CreditApplied.class,
            CreditExpired.class,
            CreditGranted.class,
            DisputeLost.class,
            DisputeWon.class,
            PaymentDisputed.class,
            InvoiceDisputed.class,
            InvoiceOverdue.class,
            InvoiceRecovered.class,
            InvoiceWrittenOff.class,
            InvoiceIssued.class,
            InvoicePaid.class,
            InvoiceVoided.class,
            PaymentApplied.class,
            PaymentFailed.class,
            PaymentFeeCharged.class,
            PaymentReceived.class,
            PaymentReturned.class,
            PaymentSettled.class,
            PaymentUnapplied.class,
            PayoutFailed.class,
            PayoutPaid.class,
            RefundFailed.class,
            RefundPaid.class,
            SubscriptionActivated.class,
            SubscriptionAmended.class,
            SubscriptionCancelled.class,
            SubscriptionReckoned.class,
            SubscriptionRenewed.class,
            SubscriptionResumed.class,
            SubscriptionSuspended.class,
            UsageRated.class);

    @TestFactory
    Stream<DynamicTest> every_fact_writes_its_golden_example() {
        return FACTS.stream()
                .map(fact -> DynamicTest.dynamicTest(fact.getSimpleName(), () -> {
                    GoldenExample example = GoldenExample.of(fileOf(fact));
                    example.assertProduces(example.dataAs(fact));
                }));
    }

    /** {@code io.counterfoil.billing.invoice.issued.v1} lies in {@code invoice-issued.v1}. */
    private static String fileOf(Class<? extends Fact> fact) throws ReflectiveOperationException {
        String words = ((String) fact.getField("TYPE").get(null)).replace("io.counterfoil.billing.", "");
        int version = words.lastIndexOf(".v");
        return words.substring(0, version).replace('.', '-') + words.substring(version);
    }
}
