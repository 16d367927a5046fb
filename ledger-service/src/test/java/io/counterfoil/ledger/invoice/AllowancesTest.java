package io.counterfoil.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a bill as a whole allows: journal, sub-ledger and schedules speak of the same amounts. */
class AllowancesTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @Test
    void an_allowance_of_the_whole_bill_is_deferred_and_earned_with_its_lines() throws Exception {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        BillingFacts.Invoice invoice = billing.invoice(LocalDate.of(2026, 1, 1))
                .overTime("90.00", "2026-01-01", "2026-04-01")
                .atOnce("10.00");
        ledger.take(allowing(invoice.issued(), "-20.00", "80.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("72.00");
        assertThat(ledger.balances(null).get("Services revenue").amount()).isEqualTo("8.00");
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private Envelope allowing(Envelope event, String amount, String payable) throws Exception {
        ObjectNode data = (ObjectNode) Json.lenient().readTree(event.data());
        ObjectNode allowance = data.putArray("allowancesCharges").addObject();
        allowance.put("lineId", EventIds.next().toString()).put("kind", "ALLOWANCE");
        allowance.set("amount", billing.wire(amount));
        data.set("payableAmount", billing.wire(payable));
        return new Envelope(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.correlationId(),
                null,
                event.sequence(),
                event.position(),
                event.partitionKey(),
                event.legalEntity(),
                event.actor(),
                null,
                data.toString().getBytes(StandardCharsets.UTF_8));
    }
}
