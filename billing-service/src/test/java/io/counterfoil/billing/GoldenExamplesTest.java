package io.counterfoil.billing;

import io.counterfoil.billing.billingrun.OrderRefusedByBilling;
import io.counterfoil.billing.invoice.InvoiceIssued;
import io.counterfoil.billing.invoice.InvoicePaid;
import io.counterfoil.billing.payment.PaymentApplied;
import io.counterfoil.billing.payment.PaymentFailed;
import io.counterfoil.billing.payment.PaymentSettled;
import io.counterfoil.billing.subscription.SubscriptionActivated;
import io.counterfoil.billing.subscription.SubscriptionCancelled;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.testing.GoldenExample;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each fact's record and its golden example are the same, word for word. */
class GoldenExamplesTest {
    private static final Map<String, Class<? extends Fact>> FACTS = Map.of(
            "invoice-issued.v1", InvoiceIssued.class,
            "invoice-paid.v1", InvoicePaid.class,
            "order-refused-by-billing.v1", OrderRefusedByBilling.class,
            "payment-applied.v1", PaymentApplied.class,
            "payment-failed.v1", PaymentFailed.class,
            "payment-settled.v1", PaymentSettled.class,
            "subscription-activated.v1", SubscriptionActivated.class,
            "subscription-cancelled.v1", SubscriptionCancelled.class);

    @TestFactory
    Stream<DynamicTest> every_fact_writes_its_golden_example() {
        return FACTS.entrySet().stream()
                .map(fact -> DynamicTest.dynamicTest(fact.getKey(), () -> {
                    GoldenExample example = GoldenExample.of(fact.getKey());
                    example.assertProduces(example.dataAs(fact.getValue()));
                }));
    }
}
