package io.counterfoil.customer.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.testing.GoldenExample;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What billing's golden examples say is open of the sample invoice, in minor units. */
class OpenAmountTest {

    private static final UUID INVOICE = UUID.fromString("0190a1b2-0005-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "payment-applied.v1, io.counterfoil.billing.payment.applied.v1, 0",
        "payment-unapplied.v1, io.counterfoil.billing.payment.unapplied.v1, 184025",
        "payment-returned.v1, io.counterfoil.billing.payment.returned.v1, 184025",
        "payment-disputed.v1, io.counterfoil.billing.payment.disputed.v1, 184025",
        "creditmemo-issued.v1, io.counterfoil.billing.creditmemo.issued.v1, 129900",
        "creditmemo-applied.v1, io.counterfoil.billing.creditmemo.applied.v1, 174025",
        "creditmemo-voided.v1, io.counterfoil.billing.creditmemo.voided.v1, 184025",
        "refund-paid.v1, io.counterfoil.billing.refund.paid.v1, 0",
        "credit-applied.v1, io.counterfoil.billing.credit.applied.v1, 174025",
        "invoice-voided.v1, io.counterfoil.billing.invoice.voided.v1, 0",
        "invoice-written-off.v1, io.counterfoil.billing.invoice.written-off.v1, 0",
    })
    void each_fact_of_billing_says_what_is_open_now(String example, String type, long open) {
        JsonNode data = GoldenExample.from("/billing", example).dataAs(JsonNode.class);
        assertThat(OpenAmount.in(type, data)).containsExactly(new OpenAmount(INVOICE, "USD", open));
    }
}
