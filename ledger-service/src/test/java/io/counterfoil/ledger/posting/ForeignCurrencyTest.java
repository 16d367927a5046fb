package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
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

/** Books in dollars, documents in euro. Source of ST-18: docs.stripe.com/revenue-recognition/examples (read 2026). */
class ForeignCurrencyTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "EUR");
    private final BillingFacts.Invoice month = billing.invoice(JAN_1).overTime("30.00", "2026-01-01", "2026-02-01");

    @BeforeEach
    void rates() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        RatesAtWork.publish(ledger, "SPOT", "EUR", "USD", "2026-01-01", "1.20");
        RatesAtWork.publish(ledger, "SPOT", "EUR", "USD", "2026-02-01", "1.10");
    }

    @Test
    void st_18_paid_at_another_rate() {
        ledger.take(month.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(billing.payment(FEB_1, "30.00").of(month, "30.00").settled());

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(worth("2026-01")).isEqualTo(words("Accounts receivable 36.00, Subscription revenue 36.00"));
        assertThat(worth("2026-02")).isEqualTo(words("Accounts receivable -36.00, Cash clearing 33.00, FX loss 3.00"));
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void parts_of_a_payment_clear_the_receivable_to_the_last_cent() {
        BillingFacts.Invoice odd = billing.invoice(JAN_1).atOnce("10.01");
        ledger.take(odd.issued());
        for (String part : new String[] {"3.33", "3.33", "3.35"}) {
            ledger.take(billing.payment(FEB_1, part).of(odd, part).settled());
        }

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(worth("2026-01").get("Accounts receivable")).isEqualTo("12.01");
        assertThat(worth("2026-02").get("Accounts receivable")).isEqualTo("-12.01");
    }

    /** As parts of one batch too, where each builds on what the one before has left. */
    @Test
    void an_invoice_and_what_pays_it_in_one_batch_are_cleared_at_what_was_booked() {
        BillingFacts.Invoice odd = billing.invoice(JAN_1).atOnce("10.01");
        ledger.take(
                odd.issued(),
                billing.payment(FEB_1, "3.33").of(odd, "3.33").settled(),
                billing.payment(FEB_1, "3.33").of(odd, "3.33").settled(),
                billing.payment(FEB_1, "3.35").of(odd, "3.35").settled());

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(worth(null)).isEqualTo(words("Cash clearing 11.01, FX loss 1.00, Services revenue 12.01"));
    }

    @Test
    void unapplied_cash_is_applied_at_the_rate_at_which_it_came() {
        BillingFacts.Payment payment = billing.payment(FEB_1, "30.00");
        ledger.take(month.issued(), payment.settled());
        ledger.take(billing.applied(payment.id(), month, FEB_1, "30.00"));

        assertThat(worth(null).get("FX loss")).isEqualTo("3.00");
        assertThat(worth(null)).doesNotContainKeys("Accounts receivable", "Unapplied cash");
    }

    @Test
    void a_refund_at_another_rate_reverses_at_the_original_one_and_the_difference_is_fx() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        ledger.take(
                quarter.issued(),
                billing.payment(JAN_1, "90.00").of(quarter, "90.00").settled());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(new ReversalFacts(billing).refund(quarter, FEB_1, "REVERSE_REVENUE", "90.00", "0.00"));

        assertThat(worth("2026-02"))
                .isEqualTo(words("Refunds 37.20, Deferred revenue -70.80, Cash clearing -99.00, FX gain 9.00"));
        assertThat(worth(null)).doesNotContainKey("Deferred revenue");
    }

    @Test
    void deferred_revenue_is_no_money_and_is_earned_at_the_rate_of_its_invoice() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        ledger.take(quarter.issued());
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(worth("2026-02")).isEqualTo(words("Deferred revenue -33.60, Subscription revenue 33.60"));
        assertThat(worth(null)).isEqualTo(words("Accounts receivable 108.00, Subscription revenue 108.00"));
    }

    /** Source: docs.zuora.com, revenue exchange rates (read 2026): the rate of the posting date counts, not that of the document. */
    @Test
    void zu_04b_a_late_invoice_takes_the_rate_of_its_posting_date() {
        BillingFacts old = new BillingFacts("US01", "GBP");
        RatesAtWork.publish(ledger, "SPOT", "GBP", "USD", "2025-12-01", "0.75");
        RatesAtWork.publish(ledger, "SPOT", "GBP", "USD", "2026-01-01", "0.77");
        ledger.database()
                .update(
                        """
                        insert into accounting_period (id, legal_entity_id, start_date, end_date, state, closed_at, version)
                        values ('US01/2025-12', 'US01', date '2025-12-01', date '2026-01-01', 'CLOSED', now(), 1)
                        """);

        ledger.take(old.invoice(LocalDate.of(2025, 12, 20)).atOnce("100.00").issued());

        assertThat(worth("2026-01")).isEqualTo(words("Accounts receivable 77.00, Services revenue 77.00"));
        assertThat(ledger.database()
                        .query("select rate || ' ' || rate_source || ' ' || rate_date as words from journal_entry")
                        .one(row -> row.text("words")))
                .contains("0.77 sample bank 2026-01-01");
    }

    @Test
    void without_a_rate_it_is_parked_and_posted_once_there_is_one() {
        Envelope yen =
                new BillingFacts("US01", "JPY").invoice(JAN_1).atOnce("1000").issued();

        ledger.take(yen);

        assertThat(ledger.openExceptions()).containsExactly("no-exchange-rate");
    }

    private Map<String, String> worth(String month) {
        Map<String, String> worth = new TreeMap<>();
        ledger.database()
                .query(
                        """
                        select a.name, sum(case p.side when a.normal_side then p.functional_minor else -p.functional_minor end)::bigint as minor,
                               'USD' as currency
                        from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
                        where ?::text is null or to_char(e.posting_date, 'YYYY-MM') = ?
                        group by 1 having sum(case p.side when a.normal_side then p.functional_minor else -p.functional_minor end) <> 0
                        """,
                        month,
                        month)
                .list(row -> worth.put(
                        row.text("name"), row.money("minor", "currency").amount()));
        return worth;
    }

    private static Map<String, String> words(String expected) {
        Map<String, String> words = new TreeMap<>();
        for (String each : expected.split(", ")) {
            int blank = each.lastIndexOf(' ');
            words.put(each.substring(0, blank), each.substring(blank + 1));
        }
        return words;
    }
}
