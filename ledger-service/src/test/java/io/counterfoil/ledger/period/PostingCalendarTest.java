package io.counterfoil.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.postingrule.Purpose;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingCalendarTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @Test
    void the_first_posting_opens_its_month() {
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 10)).atOnce("1.00").issued());

        assertThat(periods()).containsExactly("2026-01-01 OPEN");
    }

    @Test
    void what_belongs_to_a_closed_month_is_posted_in_the_next_open_one_and_marked() {
        close("2026-01-01");

        ledger.take(billing.invoice(LocalDate.of(2026, 1, 10)).atOnce("1.00").issued());

        assertThat(entries()).containsExactly("2026-01-10 2026-02-01 true");
        assertThat(periods()).containsExactly("2026-01-01 CLOSED", "2026-02-01 OPEN");
    }

    @Test
    void a_month_before_a_closed_one_counts_as_closed() {
        close("2026-02-01");

        ledger.take(billing.invoice(LocalDate.of(2025, 12, 31)).atOnce("1.00").issued());

        assertThat(entries()).containsExactly("2025-12-31 2026-03-01 true");
    }

    /** Before the first move of a sub-ledger in a month it has no row there of which a posting would know. */
    @Test
    void what_moves_a_sub_ledger_and_what_is_posted_wait_for_each_other() {
        PostingCalendar calendar = ledger.get(PostingCalendar.class);
        ledger.postgres().transactions().fresh(() -> calendar.hold("US01", YearMonth.of(2026, 1)));
        assertThat(periods()).containsExactly("2026-01-01 OPEN");

        ledger.postgres().transactions().fresh(() -> {
            calendar.hold("US01", YearMonth.of(2026, 1));
            assertThatThrownBy(() -> ledger.postgres().transactions().fresh(() -> {
                        ledger.database().update("set local lock_timeout = '50ms'");
                        ledger.database()
                                .query("select id from accounting_period for share")
                                .list(row -> row.text("id"));
                    }))
                    .isInstanceOf(DatabaseFailure.class);
        });
    }

    @Test
    void holding_a_month_before_a_closed_one_does_not_open_it() {
        close("2026-02-01");
        PostingCalendar calendar = ledger.get(PostingCalendar.class);
        ledger.postgres().transactions().fresh(() -> calendar.hold("US01", YearMonth.of(2026, 1)));

        assertThat(periods()).containsExactly("2026-02-01 CLOSED");
    }

    @Test
    void what_belongs_to_a_closed_sub_ledger_moves_on_and_the_others_stay() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.database()
                .update(
                        """
                        insert into accounting_period (id, legal_entity_id, sub_ledger, start_date, end_date, state, closed_at, version)
                        values ('US01/2026-01/RECEIVABLES', 'US01', 'RECEIVABLES', date '2026-01-01', date '2026-02-01', 'CLOSED', now(), 1)
                        """);
        LocalDate tenth = LocalDate.of(2026, 1, 10);

        ledger.take(
                billing.invoice(tenth).atOnce("1.00").issued(),
                billing.payment(tenth, "1.00").settled());

        assertThat(entries()).containsExactly("2026-01-10 2026-02-01 true", "2026-01-10 2026-01-10 false");
    }

    @Test
    void the_database_knows_the_sub_ledger_of_each_purpose_as_the_code_does() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(ledger.database()
                            .query("select sub_ledger_of(?) as sub", purpose)
                            .one(row -> row.text("sub")))
                    .contains(SubLedger.of(purpose).name());
        }
    }

    private void close(String month) {
        ledger.database()
                .update(
                        """
                insert into accounting_period (id, legal_entity_id, start_date, end_date, state, closed_at, version)
                select 'US01/' || m, 'US01', m, (m + interval '1 month')::date, 'CLOSED', now(), 1 from (select ?::date as m) month
                """,
                        month);
    }

    private List<String> periods() {
        return ledger.database()
                .query("select start_date || ' ' || state as words from accounting_period order by start_date")
                .list(row -> row.text("words"));
    }

    private List<String> entries() {
        return ledger.database()
                .query("select effective_date || ' ' || posting_date || ' ' || late as words from journal_entry")
                .list(row -> row.text("words"));
    }
}
