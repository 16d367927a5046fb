package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.rate.RatesAtWork;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money presented in one currency and settled in another: each balances, through currency clearing. */
class OtherCurrencyTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");

    @BeforeEach
    void rates() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        RatesAtWork.publish(ledger, "SPOT", "EUR", "USD", "2026-01-01", "1.20");
        RatesAtWork.publish(ledger, "SPOT", "EUR", "USD", "2026-02-01", "1.15");
    }

    /** ST-18 as the gateway tells it: 30 EUR invoiced at 1.20, settled as 33 USD. */
    @ParameterizedTest(name = "{0} invoiced, settled as {1}")
    @CsvSource({
        "EUR, 33.00 USD, Accounts receivable -36.00|Cash clearing 33.00|FX loss 3.00, Cash clearing 33.00 USD",
        "USD, 27.00 EUR, Accounts receivable -30.00|Cash clearing 30.00, Cash clearing 27.00 EUR",
        "EUR, 26.00 GBP, Accounts receivable -36.00|Cash clearing 34.50|FX loss 1.50, Cash clearing 26.00 GBP",
    })
    void each_currency_balances_through_currency_clearing(String invoiced, String settled, String books, String cash)
            throws Exception {
        BillingFacts billing = new BillingFacts("US01", invoiced);
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("30.00");
        ledger.take(invoice.issued());
        ledger.take(
                settledAs(billing.payment(FEB_1, "30.00").of(invoice, "30.00").settled(), settled));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(worth()).isEqualTo(words(books.split("[|]")));
        assertThat(ledger.balances("2026-02").get("Cash clearing").toString())
                .isEqualTo(cash.substring("Cash clearing ".length()));
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_fee_and_the_refund_stay_in_the_currency_in_which_the_money_is_kept() throws Exception {
        BillingFacts billing = new BillingFacts("US01", "EUR");
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("30.00");
        ledger.take(invoice.issued());
        ledger.take(settledAs(
                billing.payment(FEB_1, "30.00").of(invoice, "30.00").fee("1.00").settled(), "33.00 USD"));
        assertThat(worth())
                .isEqualTo(words(
                        "Accounts receivable -36.00", "Cash clearing 31.90", "Payment fees 1.15", "FX loss 2.95"));
        ledger.take(settledAs(
                new ReversalFacts(billing).refund(invoice, FEB_1, "REVERSE_REVENUE", "30.00", "0.00"), "34.00 USD"));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Cash clearing").toString()).isEqualTo("-2.10 USD");
        assertThat(worth()).doesNotContainKey("Currency clearing");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private static Envelope settledAs(Envelope event, String settled) throws Exception {
        ObjectNode data = (ObjectNode) Json.lenient().readTree(event.data());
        String[] parts = settled.split(" ");
        JsonNode amount = Json.lenient()
                .readTree("{\"amount\":\"" + Money.of(parts[0], parts[1]).amount() + "\",\"currency\":\"" + parts[1]
                        + "\"}");
        data.set("settledAmount", amount);
        data.put("rate", "1.1");
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
                data.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What February moved in the books, but for what came to nothing. */
    private Map<String, String> worth() {
        Map<String, String> worth = new TreeMap<>();
        ledger.database()
                .query(
                        """
                        select a.name, sum(case p.side when a.normal_side then p.functional_minor else -p.functional_minor end)::bigint as minor,
                               'USD' as currency
                        from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
                        where e.posting_date >= date '2026-02-01'
                        group by 1 having sum(case p.side when a.normal_side then p.functional_minor else -p.functional_minor end) <> 0
                        """)
                .list(row -> worth.put(
                        row.text("name"), row.money("minor", "currency").amount()));
        return worth;
    }

    private static Map<String, String> words(String... expected) {
        Map<String, String> words = new TreeMap<>();
        for (String each : expected) {
            int blank = each.lastIndexOf(' ');
            words.put(each.substring(0, blank), each.substring(blank + 1));
        }
        return words;
    }
}
