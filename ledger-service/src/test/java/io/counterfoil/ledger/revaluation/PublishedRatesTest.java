package io.counterfoil.ledger.revaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.rate.RatesAtWork;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others value at another rate (all read 2026). EN: frappe/erpnext, test_exchange_rate_revaluation.py; OC: OCA/account-closing,
 * account_multicurrency_revaluation, test_currency_revaluation.py; LY: jakethehoffer/ledgerly, charge_refunded_fx.
 */
class PublishedRatesTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JAN_16 = LocalDate.of(2026, 1, 16);

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-31T08:00:00Z");
    }

    /** Each invoice at its own rate, then all of them at one rate after the other; the difference is carried on. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EN-05, INR, USD, 100,     80,              85,        8000.00 8500.00",
        "OC-02, EUR, USD, 100 100, 0.25 0.40,       1.00 0.80, 65.00 200.00 160.00",
        "OC-03, EUR, USD, 100 100, 0.80 1.00,       0.40 0.25, 180.00 80.00 50.00",
        "OC-04, USD, EUR, 5000,    1.3333333333,    0.80,      6666.67 4000.00",
    })
    void what_is_owed_in_another_currency_at_the_end_of_a_period(
            String id, String books, String currency, String amounts, String spot, String closing, String worth) {
        open(books);
        BillingFacts billing = new BillingFacts("XX01", currency);
        LocalDate[] days = {JAN_1, JAN_16};
        for (int i = 0; i < amounts.split(" ").length; i++) {
            RatesAtWork.publish(ledger, "SPOT", currency, books, days[i].toString(), spot.split(" ")[i]);
            ledger.take(billing.invoice(days[i])
                    .atOnce(amounts.split(" ")[i] + ".00")
                    .issued());
        }
        List<String> values = new ArrayList<>(List.of(worth("1100")));
        LocalDate day = LocalDate.of(2026, 1, 24);
        for (String rate : closing.split(" ")) {
            RatesAtWork.publish(ledger, "CLOSING", currency, books, day.toString(), rate);
            revalue(day);
            values.add(worth("1100"));
            day = day.plusDays(6);
        }

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(String.join(" ", values)).isEqualTo(worth);
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** 100 dollars booked at 80 rupees and paid at 85: 500 are gained, and nothing is left in either currency. */
    @Test
    void en_06_paid_at_a_better_rate() {
        open("INR");
        BillingFacts billing = new BillingFacts("XX01", "USD");
        RatesAtWork.publish(ledger, "SPOT", "USD", "INR", "2026-01-01", "80");
        RatesAtWork.publish(ledger, "SPOT", "USD", "INR", "2026-01-16", "85");
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("100.00");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_16, "100.00").of(invoice, "100.00").settled());

        assertThat(worth("1100")).isEqualTo("0.00");
        assertThat(worth("1010")).isEqualTo("8500.00");
        assertThat(worth("6410")).isEqualTo("-500.00");
    }

    /** 100 dollars charged at 1.35 and given back at 1.40: 135 of revenue, 5 lost. */
    @Test
    void ly_01_a_refund_at_a_worse_rate() {
        open("CAD");
        BillingFacts billing = new BillingFacts("XX01", "USD");
        RatesAtWork.publish(ledger, "SPOT", "USD", "CAD", "2026-01-01", "1.35");
        RatesAtWork.publish(ledger, "SPOT", "USD", "CAD", "2026-01-16", "1.40");
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("100.00");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_1, "100.00").of(invoice, "100.00").settled());
        ledger.take(new ReversalFacts(billing).refund(invoice, JAN_16, "REVERSE_REVENUE", "100.00", "0.00"));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(worth("4510")).isEqualTo("135.00");
        assertThat(worth("6400")).isEqualTo("5.00");
        assertThat(worth("1010")).isEqualTo("-5.00");
    }

    private void open(String currency) {
        ledger.withEntity("XX01", currency);
        ledger.database()
                .update(
                        "insert into accounting_policy values ('XX01', 'fx.revaluation', 1, 'CUMULATIVE', '2026-01-01', now(), 'test')");
    }

    private void revalue(LocalDate day) {
        ledger.postgres().transactions().fresh(() -> ledger.get(RevalueBalances.class)
                .handle(new RevaluationJson.Request("XX01", day), "controller"));
    }

    /** In the currency of the books. */
    private String worth(String code) {
        return ledger
                .database()
                .query(
                        """
                        select coalesce(sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end), 0)::bigint as minor
                        from posting p where p.account_id = ?
                        """,
                        "XX01/" + code)
                .list(row -> BigDecimal.valueOf(row.longValue("minor"), 2).toPlainString())
                .stream()
                .collect(Collectors.joining());
    }
}
