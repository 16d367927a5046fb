package io.counterfoil.ledger.revaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.rate.RatesAtWork;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevaluationTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JAN_31 = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEB_28 = LocalDate.of(2026, 2, 28);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "EUR");
    private final BillingFacts.Invoice year = billing.invoice(JAN_1).overTime("365.00", "2026-01-01", "2027-01-01");

    @BeforeEach
    void a_receivable_in_euro() {
        ledger.clock().moveTo("2026-03-05T08:00:00Z");
        RatesAtWork.publish(ledger, "SPOT", "EUR", "USD", "2026-01-01", "1.20");
        RatesAtWork.publish(ledger, "CLOSING", "EUR", "USD", "2026-01-31", "1.10");
        RatesAtWork.publish(ledger, "CLOSING", "EUR", "USD", "2026-02-28", "1.25");
        ledger.take(year.issued());
    }

    @Test
    void by_policy_the_difference_is_taken_back_on_the_next_day_and_deferred_revenue_keeps_its_rate() {
        assertThat(revalued(JAN_31)).containsExactly("1100 365.00 EUR, 438.00 USD -> 401.50 USD");

        assertThat(worth("1100", JAN_31)).isEqualTo(40_150);
        assertThat(worth("2200", JAN_31)).isEqualTo(-43_800);
        assertThat(worth("6420", JAN_31)).isEqualTo(3_650);
        assertThat(worth("1100", JAN_31.plusDays(1))).isEqualTo(43_800);
        assertThat(worth("6420", JAN_31.plusDays(1))).isZero();
    }

    @Test
    void carried_on_each_period_takes_what_is_new() {
        ledger.database()
                .update(
                        "insert into accounting_policy values ('US01', 'fx.revaluation', 1, 'CUMULATIVE', '2026-01-01', now(), 'test')");

        assertThat(revalued(JAN_31)).containsExactly("1100 365.00 EUR, 438.00 USD -> 401.50 USD");
        assertThat(revalued(FEB_28)).containsExactly("1100 365.00 EUR, 401.50 USD -> 456.25 USD");

        assertThat(worth("6420", FEB_28)).isEqualTo(-1_825);
        assertThat(ControlCheck.differences(ledger))
                .as("documents' own currency is not touched")
                .isEmpty();
    }

    @Test
    void a_day_is_valued_once_and_not_without_a_rate() {
        revalued(JAN_31);
        assertThat(revalued(JAN_31)).containsExactly("1100 365.00 EUR, 401.50 USD -> 401.50 USD");

        ledger.take(billing.invoice(JAN_31).atOnce("100.00").issued());
        assertThatThrownBy(() -> revalued(JAN_31)).isInstanceOf(AlreadyRevalued.class);
        ledger.take(
                new BillingFacts("US01", "EUR").invoice(FEB_28).atOnce("1.00").issued());
        BillingFacts krona = new BillingFacts("US01", "SEK");
        RatesAtWork.publish(ledger, "SPOT", "SEK", "USD", "2026-02-01", "0.10");
        ledger.take(krona.invoice(FEB_28).atOnce("1.00").issued());
        ledger.database().update("alter table exchange_rate disable trigger all");
        ledger.database().update("delete from exchange_rate where base_currency = 'SEK'");
        assertThatThrownBy(() -> revalued(FEB_28)).isInstanceOf(NoClosingRate.class);
    }

    private List<String> revalued(LocalDate day) {
        return ledger
                .postgres()
                .transactions()
                .fresh(() -> ledger.get(RevalueBalances.class)
                        .handle(new RevaluationJson.Request("US01", day), "controller"))
                .items()
                .stream()
                .map(each -> each.account() + " " + each.balance() + ", " + each.booked() + " -> " + each.worth())
                .toList();
    }

    private long worth(String code, LocalDate asOf) {
        return ledger.database()
                .query(
                        """
                        select coalesce(sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end), 0) as minor
                        from posting p join journal_entry e on e.id = p.entry_id where p.account_id = ? and e.posting_date <= ?
                        """,
                        "US01/" + code,
                        asOf)
                .one(row -> row.longValue("minor"))
                .orElseThrow();
    }
}
