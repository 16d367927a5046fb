package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.common.testing.SampleTrouble;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import org.junit.jupiter.api.Test;

/** What two people give up is told to whoever took the order. */
class OrderRefusedTest {

    private final GoldenExample told = GoldenExample.of("order-refused-by-ledger.v1");

    @Test
    void of_an_invoice_the_golden_example_is_told() {
        Envelope issued = GoldenExample.from("/billing", "invoice-issued.v1").envelope();

        told.assertProduces(OrderRefusedByLedger.of(issued, givenUp()).orElseThrow());
    }

    /** Whoever took the order must not ask what it has not heard of yet. */
    @Test
    void it_says_whether_the_order_is_billed_or_something_of_it_taken_back() {
        Envelope issued = GoldenExample.from("/billing", "invoice-issued.v1").envelope();
        Envelope memo = GoldenExample.from("/billing", "creditmemo-issued.v1").envelope();

        assertThat(OrderRefusedByLedger.of(issued, givenUp()).orElseThrow().takesBack())
                .isFalse();
        assertThat(OrderRefusedByLedger.of(below(issued), givenUp())
                        .orElseThrow()
                        .takesBack())
                .isTrue();
        assertThat(OrderRefusedByLedger.of(memo, givenUp()).orElseThrow().takesBack())
                .isTrue();
    }

    private static Envelope below(Envelope issued) {
        ObjectNode data = issued.dataAs(ObjectNode.class);
        data.putObject("payableAmount").put("amount", "-1.00").put("currency", "USD");
        return Retold.with(issued, data.toString());
    }

    @Test
    void what_belongs_to_no_order_is_told_to_nobody() {
        Envelope settled = GoldenExample.from("/billing", "payment-settled.v1").envelope();

        assertThat(OrderRefusedByLedger.of(settled, givenUp())).isEmpty();
    }

    private Trouble givenUp() {
        JsonNode data = told.data();
        return SampleTrouble.waived(
                "ledger.billing-events",
                TroubleClass.MAPPING,
                data.path("reasonCode").asText(),
                data.path("owner").asText(),
                data.path("reason").asText(),
                data.path("remedy").asText());
    }
}
