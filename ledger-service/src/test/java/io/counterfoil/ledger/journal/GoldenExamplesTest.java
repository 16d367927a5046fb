package io.counterfoil.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.ledger.LedgerUnderTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing's examples go in; our own come out. */
class GoldenExamplesTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T09:00:01Z");
    }

    @Test
    void of_billings_invoice_our_entry_is_made() throws Exception {
        ledger.take(GoldenExample.from("/billing", "invoice-issued.v1").envelope());

        assertThat(published("io.counterfoil.ledger.journal.posted.v1"))
                .isEqualTo(GoldenExample.of("journal-posted.v1").data());
    }

    @Test
    void billings_payment_and_application_are_read() {
        ledger.take(
                GoldenExample.from("/billing", "invoice-issued.v1").envelope(),
                GoldenExample.from("/billing", "payment-settled.v1").envelope(),
                GoldenExample.from("/billing", "payment-applied.v1").envelope());

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Cash clearing").amount()).isEqualTo("1840.25");
        assertThat(ledger.balances(null).get("Accounts receivable").isZero()).isTrue();
    }

    @Test
    void a_month_of_it_is_recognised() throws Exception {
        ledger.take(GoldenExample.from("/billing", "invoice-issued.v1").envelope());

        ledger.moveTo("2026-02-01T08:00:01Z");

        JsonNode told = published("io.counterfoil.ledger.revenue.recognised.v1");
        assertThat(withoutRun(told))
                .isEqualTo(withoutRun(GoldenExample.of("revenue-recognised.v1").data()));
    }

    private JsonNode published(String type) throws Exception {
        String json = ledger.database()
                .query("select data from outbox where type = ? order by seq limit 1", type)
                .one(row -> row.text("data"))
                .orElseThrow();
        return Json.lenient().readTree(json);
    }

    /** Each run is a new one, and its entry with it. */
    private static JsonNode withoutRun(JsonNode data) {
        return ((ObjectNode) data.deepCopy()).without(List.of("runId", "entryId"));
    }
}
