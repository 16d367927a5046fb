package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.fulfilment.ProcessFact.InvoiceIssued;
import io.counterfoil.order.fulfilment.ProcessFact.InvoicePaid;
import io.counterfoil.order.fulfilment.ProcessFact.JournalPosted;
import io.counterfoil.order.fulfilment.ProcessFact.OrderRefused;
import io.counterfoil.order.fulfilment.ProcessFact.PaymentApplied;
import io.counterfoil.order.fulfilment.ProcessFact.SubscriptionActivated;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.Northwind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other services' golden examples say can be read, and moves a process. */
class ProcessFactTest {

    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");
    private static final Map<String, String> EXAMPLES = Map.of(
            "subscription-activated.v1", "/billing",
            "invoice-issued.v1", "/billing",
            "invoice-paid.v1", "/billing",
            "payment-applied.v1", "/billing",
            "order-refused-by-billing.v1", "/billing",
            "journal-posted.v1", "/ledger");

    private static <T extends ProcessFact> T read(String name, Class<T> type) {
        return GoldenExample.from(EXAMPLES.get(name), name).dataAs(type);
    }

    @ParameterizedTest
    @CsvSource({
        "subscription-activated.v1",
        "invoice-issued.v1",
        "invoice-paid.v1",
        "payment-applied.v1",
        "order-refused-by-billing.v1",
        "journal-posted.v1"
    })
    void every_example_is_wanted_and_names_its_order(String name) {
        var event = GoldenExample.from(EXAMPLES.get(name), name).envelope();
        assertThat(ProcessFact.BY_TYPE).containsKey(event.type());
        assertThat(event.dataAs(ProcessFact.BY_TYPE.get(event.type())).orderId())
                .isEqualTo(Northwind.ORDER);
    }

    @Test
    void the_sample_transaction_reaches_the_write_back_and_is_paid() {
        QuoteToCash process = QuoteToCash.ofDeal(
                Northwind.ORDER, "O-000001", new ExternalReference("salesforce", "006000000000001AAA"), "c-1", NOW);
        process.dealTaken(null, NOW);
        process.accepted(2, false, NOW);
        read("subscription-activated.v1", SubscriptionActivated.class).tell(process, 1, NOW);
        assertThat(process.state()).isEqualTo(ProcessState.AWAITING_INVOICE);
        read("invoice-issued.v1", InvoiceIssued.class).tell(process, 2, NOW);
        assertThat(process.state()).isEqualTo(ProcessState.AWAITING_POSTING);
        read("journal-posted.v1", JournalPosted.class).tell(process, 1, NOW);
        assertThat(process.state()).isEqualTo(ProcessState.WRITING_BACK);
        assertThat(process.invoiced().total().amount()).isEqualTo("1840.25");
        read("payment-applied.v1", PaymentApplied.class).tell(process, 3, NOW);
        read("invoice-paid.v1", InvoicePaid.class).tell(process, 4, NOW);
        assertThat(process.invoiced().paymentStatus()).isEqualTo("PAID");
    }

    @Test
    void a_refusal_of_billing_holds_with_reason_owner_and_remedy() {
        OrderRefused refused = read("order-refused-by-billing.v1", OrderRefused.class);
        assertThat(refused.why().owner()).isNotBlank();
        assertThat(refused.why().reason()).isNotBlank();
        assertThat(refused.why().remedy()).isNotBlank();
        assertThat(refused.why().exceptionId()).isNull();
    }
}
