package io.counterfoil.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whoever asks: here its own superuser. */
class JournalAssertionsTest {

    private static final LedgerUnderTest LEDGER =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("DE01", "EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final Database database = LEDGER.database();

    @BeforeAll
    static void one_entry() {
        LEDGER.take(
                new BillingFacts("US01", "USD").invoice(DAY).atOnce("100.00").issued());
    }

    @Test
    void a_balanced_entry_is_taken() {
        UUID id = EventIds.next();

        inTransaction(() -> {
            entry(id, EventIds.next(), DAY);
            posting(id, 1, "US01/1100", "DEBIT", 500, 500);
            posting(id, 2, "US01/4100", "CREDIT", 500, 500);
        });

        assertThat(exists(id)).isTrue();
    }

    @Test
    void an_entry_that_does_not_balance_is_refused() {
        UUID id = EventIds.next();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id, EventIds.next(), DAY);
                    posting(id, 1, "US01/1100", "DEBIT", 500, 500);
                    posting(id, 2, "US01/4100", "CREDIT", 499, 499);
                }))
                .hasStackTraceContaining("does not balance");
        assertThat(exists(id)).isFalse();
    }

    @Test
    void an_entry_that_balances_only_in_the_transaction_currency_is_refused() {
        UUID id = EventIds.next();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id, EventIds.next(), DAY);
                    posting(id, 1, "US01/1100", "DEBIT", 500, 600);
                    posting(id, 2, "US01/4100", "CREDIT", 500, 599);
                }))
                .hasStackTraceContaining("does not balance");
    }

    @Test
    void an_entry_without_postings_is_refused() {
        assertThatThrownBy(() -> inTransaction(() -> entry(EventIds.next(), EventIds.next(), DAY)))
                .hasStackTraceContaining("has no postings");
    }

    @Test
    void postings_without_an_entry_are_refused() {
        assertThatThrownBy(() -> inTransaction(() -> posting(EventIds.next(), 1, "US01/1100", "DEBIT", 0, 0)))
                .hasStackTraceContaining("there is no journal entry");
    }

    @Test
    void nothing_is_added_to_an_entry_that_is_written() {
        UUID written = database.query("select id from journal_entry order by ordinal limit 1")
                .one(row -> row.uuid("id"))
                .orElseThrow();

        assertThatThrownBy(() -> inTransaction(() -> {
                    posting(written, 91, "US01/1100", "DEBIT", 500, 500);
                    posting(written, 92, "US01/4100", "CREDIT", 500, 500);
                }))
                .hasStackTraceContaining("nothing can be added to it");
    }

    @Test
    void an_entry_that_was_looked_at_early_is_looked_at_again() {
        UUID id = EventIds.next();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id, EventIds.next(), DAY);
                    posting(id, 1, "US01/1100", "DEBIT", 500, 500);
                    posting(id, 2, "US01/4100", "CREDIT", 500, 500);
                    database.update("set constraints all immediate");
                    database.update("set constraints all deferred");
                    posting(id, 3, "US01/4100", "CREDIT", 1, 1);
                }))
                .hasStackTraceContaining("does not balance");
    }

    @Test
    void nobody_takes_an_entry_out_of_what_is_to_be_looked_at() {
        UUID id = EventIds.next();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id, EventIds.next(), DAY);
                    database.update("delete from journal_writing");
                }))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> inTransaction(() -> database.update(
                        """
                        insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date,
                            posting_date, late, recorded_at, source_event_id, source_type, document_type, document_id, document_number,
                            rule_id, rule_version, correlation_id, written_in)
                        values (?, 'early', 'US01', 'USD', 'USD', 'INVOICE', ?, ?, false, now(), ?, 'test', 'INVOICE', ?, 'test',
                            'US01-INVOICE', 1, 'test', '1')
                        """,
                        id,
                        DAY,
                        DAY,
                        EventIds.next(),
                        id)))
                .hasStackTraceContaining("in which transaction it is written");
    }

    @Test
    void what_does_not_exist_is_named_by_nothing() {
        String item =
                "insert into open_item (invoice_id, invoice_number, legal_entity_id, customer_id, currency, issue_date, due_date,"
                        + " amount_minor, source_event_id, source_position, correlation_id)"
                        + " values (?, 'x', 'XX99', ?, 'USD', ?, ?, 1, ?, 1, 'test')";
        assertThatThrownBy(() -> database.update(item, EventIds.next(), EventIds.next(), DAY, DAY, EventIds.next()))
                .hasStackTraceContaining("legal entity XX99");
        assertThatThrownBy(() -> database.update(
                        "insert into schedule_progress (schedule_id, legal_entity_id, plain, recognised_minor, recognised_until)"
                                + " values (?, 'US01', true, 0, ?)",
                        EventIds.next(),
                        DAY))
                .hasStackTraceContaining("names the schedule");
        assertThatThrownBy(() -> database.update("update legal_entity set id = 'US02' where id = 'US01'"))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void an_account_of_another_legal_entity_is_refused() {
        UUID id = EventIds.next();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id, EventIds.next(), DAY);
                    posting(id, 1, "DE01/1100", "DEBIT", 500, 500);
                    posting(id, 2, "US01/4100", "CREDIT", 500, 500);
                }))
                .hasStackTraceContaining("no account of the entry's legal entity");
    }

    @Test
    void a_second_entry_for_the_same_event_and_purpose_is_refused() {
        UUID event = EventIds.next();
        balanced(EventIds.next(), event, DAY);

        assertThatThrownBy(() -> balanced(EventIds.next(), event, DAY)).hasStackTraceContaining("source_event_id");
    }

    @Test
    void postings_and_entries_are_never_changed_or_deleted() {
        assertThatThrownBy(() -> database.update("update posting set amount_minor = amount_minor + 1"))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("delete from posting")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("truncate posting")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("update journal_entry set late = true"))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("delete from journal_entry")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("delete from account")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("delete from open_item")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> database.update("update posting_rule_line set debit_account = credit_account"))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void a_posting_into_a_closed_period_is_refused() {
        LocalDate march = LocalDate.of(2026, 3, 15);
        database.update(
                """
                insert into accounting_period (id, legal_entity_id, start_date, end_date, state, closed_at, version)
                values ('US01/2026-03', 'US01', date '2026-03-01', date '2026-04-01', 'CLOSED', now(), 1)
                """);

        assertThatThrownBy(() -> balanced(EventIds.next(), EventIds.next(), march))
                .hasStackTraceContaining("no open accounting period");
    }

    @Test
    void a_posting_into_a_month_that_was_never_opened_is_refused() {
        assertThatThrownBy(() -> balanced(EventIds.next(), EventIds.next(), LocalDate.of(1999, 1, 1)))
                .hasStackTraceContaining("no open accounting period");
    }

    private void balanced(UUID id, UUID event, LocalDate day) {
        inTransaction(() -> {
            entry(id, event, day);
            posting(id, 1, "US01/1100", "DEBIT", 500, 500);
            posting(id, 2, "US01/4100", "CREDIT", 500, 500);
        });
    }

    private void entry(UUID id, UUID event, LocalDate day) {
        database.update(
                """
                insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date,
                    posting_date, late, recorded_at, source_event_id, source_type, document_type, document_id, document_number,
                    rule_id, rule_version, correlation_id)
                values (?, ?, 'US01', 'USD', 'USD', 'INVOICE', ?, ?, false, now(), ?, 'test', 'INVOICE', ?, 'test', 'US01-INVOICE', 1, 'test')
                """,
                id,
                id.toString(),
                day,
                day,
                event,
                id);
    }

    private void posting(UUID entry, int line, String account, String side, long amount, long functional) {
        database.update(
                "insert into posting (entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item) "
                        + "values (?, ?, ?, ?, 'USD', ?, ?, 'LINE')",
                entry,
                line,
                account,
                side,
                amount,
                functional);
    }

    private boolean exists(UUID id) {
        return database.query("select 1 as one from journal_entry where id = ?", id)
                .one(row -> true)
                .orElse(false);
    }

    private static void inTransaction(Runnable work) {
        LEDGER.postgres().transactions().fresh(work);
    }
}
