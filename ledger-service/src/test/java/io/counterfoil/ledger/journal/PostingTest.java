package io.counterfoil.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of billing's facts: the entry, or the exception that says who must do what. */
class PostingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @Test
    void an_invoice_is_receivable_against_deferred_revenue_revenue_and_tax() {
        ledger.take(billing.invoice(DAY)
                .overTime("1200.00", "2026-01-10", "2027-01-10")
                .atOnce("500.00")
                .tax("140.25")
                .issued());

        assertThat(ledger.balances(null))
                .containsOnly(
                        entry("Accounts receivable", "1840.25"),
                        entry("Deferred revenue", "1200.00"),
                        entry("Services revenue", "500.00"),
                        entry("Tax payable", "140.25"));
    }

    @Test
    void a_negative_line_comes_out_on_the_other_side() {
        ledger.take(billing.invoice(DAY).atOnce("100.00").atOnce("-30.00").issued());

        assertThat(postings()).containsExactly("1100 DEBIT 7000", "4100 CREDIT 10000", "4100 DEBIT 3000");
    }

    @Test
    void an_invoice_of_nothing_is_posted_so_that_the_books_have_seen_it() {
        ledger.take(billing.invoice(DAY).atOnce("0.00").issued());

        assertThat(postings()).containsExactly("1100 DEBIT 0", "4100 CREDIT 0");
    }

    @Test
    void a_payment_settles_receivables_and_what_is_left_is_unapplied_cash() {
        BillingFacts.Invoice invoice = billing.invoice(DAY).atOnce("100.00");

        ledger.take(
                invoice.issued(),
                billing.payment(DAY, "130.00").of(invoice, "100.00").settled());

        assertThat(ledger.balances(null))
                .contains(
                        entry("Accounts receivable", "0.00"),
                        entry("Cash clearing", "130.00"),
                        entry("Unapplied cash", "30.00"));
    }

    @Test
    void unapplied_cash_that_is_applied_later_settles_the_receivable() {
        BillingFacts.Payment payment = billing.payment(DAY, "130.00");
        BillingFacts.Invoice invoice = billing.invoice(DAY).atOnce("100.00");

        ledger.take(payment.settled(), invoice.issued(), billing.applied(payment.id(), invoice, DAY, "100.00"));

        assertThat(ledger.balances(null))
                .contains(
                        entry("Accounts receivable", "0.00"),
                        entry("Cash clearing", "130.00"),
                        entry("Unapplied cash", "30.00"));
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        Envelope issued = billing.invoice(DAY).atOnce("100.00").issued();

        ledger.take(issued, issued);
        ledger.take(issued);

        assertThat(ledger.balances(null)).contains(entry("Accounts receivable", "100.00"));
    }

    @Test
    void what_finds_no_rule_is_parked_with_owner_and_remedy_and_its_neighbours_go_on() {
        ledger.database()
                .update("insert into legal_entity (id, name, country, functional_currency, time_zone, since, version) "
                        + "values ('XX01', 'Without rules', 'US', 'USD', 'UTC', date '2026-01-01', 1)");
        BillingFacts without = new BillingFacts("XX01", "USD", 1);

        ledger.take(
                billing.invoice(DAY).atOnce("100.00").issued(),
                without.invoice(DAY).atOnce("7.00").issued());

        assertThat(ledger.openExceptions()).containsExactly("no-posting-rule");
        assertThat(exception())
                .containsExactly(
                        "MAPPING",
                        "revenue-operations",
                        "Give one by PUT /v1/posting-rules/{id} that is valid on that date, let another person approve it, then replay.");
        assertThat(ledger.balances(null)).contains(entry("Accounts receivable", "100.00"));
    }

    @Test
    void a_line_that_no_rule_covers_is_not_posted_to_a_guess() {
        ledger.take(billing.invoice(DAY)
                .atOnce("100.00")
                .with("ODD", "BY_MILESTONE", "5.00")
                .issued());

        assertThat(ledger.openExceptions()).containsAnyOf("no-posting-rule", "schedule-not-possible");
        assertThat(ledger.balances(null)).isEmpty();
    }

    @Test
    void a_document_in_another_currency_than_the_books_needs_a_rate() {
        BillingFacts euros = new BillingFacts("US01", "EUR");

        ledger.take(euros.invoice(DAY).atOnce("100.00").issued());

        assertThat(ledger.openExceptions()).containsExactly("no-exchange-rate");
        assertThat(exception()).startsWith("MAPPING");
    }

    @Test
    void an_unknown_legal_entity_is_master_data() {
        ledger.take(
                new BillingFacts("NO99", "USD").invoice(DAY).atOnce("100.00").issued());

        assertThat(ledger.openExceptions()).containsExactly("unknown-legal-entity");
        assertThat(exception()).startsWith("MASTER_DATA");
    }

    @Test
    void an_invoice_whose_lines_are_not_its_total_is_refused() {
        Envelope issued = billing.invoice(DAY).atOnce("100.00").issued();
        byte[] wrong = new String(issued.data())
                .replace("\"payableAmount\":{\"amount\":\"100.00\"", "\"payableAmount\":{\"amount\":\"99.00\"")
                .getBytes();

        ledger.take(new Envelope(
                issued.id(),
                issued.type(),
                issued.source(),
                issued.subject(),
                issued.time(),
                issued.correlationId(),
                null,
                1,
                1,
                issued.partitionKey(),
                issued.legalEntity(),
                null,
                null,
                wrong));

        assertThat(ledger.openExceptions()).containsExactly("document-does-not-add-up");
        assertThat(ledger.balances(null)).isEmpty();
    }

    @Test
    void an_invoice_that_another_event_has_told_before_is_a_conflict_and_posted_once() {
        Envelope first = billing.invoice(DAY)
                .overTime("31.00", "2026-01-10", "2026-02-10")
                .issued();
        Envelope other = new Envelope(
                EventIds.next(),
                first.type(),
                first.source(),
                first.subject(),
                first.time(),
                first.correlationId(),
                null,
                2,
                9,
                first.partitionKey(),
                first.legalEntity(),
                null,
                null,
                first.data());

        ledger.take(first, other);

        assertThat(ledger.openExceptions()).containsExactly("document-kept-already");
        assertThat(ledger.balances(null)).contains(entry("Accounts receivable", "31.00"));
    }

    @Test
    void a_payment_of_nothing_is_unreadable() {
        ledger.take(billing.payment(DAY, "0.00").settled());

        assertThat(ledger.openExceptions()).containsExactly("unreadable-event");
    }

    @Test
    void each_entry_names_its_rule_its_event_and_its_document() {
        BillingFacts.Invoice invoice = billing.invoice(DAY).atOnce("100.00");
        Envelope issued = invoice.issued();
        ledger.take(issued);

        JournalEntryJson entry = ledger.get(JournalEntries.class)
                .after(0, new JournalEntries.Filter(null, invoice.id(), null, null, null, null, null), 10)
                .get(0)
                .entry();

        assertThat(entry.rule()).isEqualTo(new JournalEntryJson.Rule("US01-INVOICE", 1));
        assertThat(entry.source())
                .isEqualTo(new JournalEntryJson.Source(issued.id(), issued.type(), issued.position()));
        assertThat(entry.document().number()).isEqualTo(invoice.number());
        assertThat(entry.correlationId()).isEqualTo(issued.correlationId());
        assertThat(entry.entryNumber()).isEqualTo("US01-J-000001");
    }

    private List<String> postings() {
        return ledger.database()
                .query(
                        "select a.code || ' ' || p.side || ' ' || p.amount_minor as words from posting p join account a on a.id = p.account_id "
                                + "order by p.line_number")
                .list(row -> row.text("words"));
    }

    private List<String> exception() {
        return ledger.database()
                .query("select class, owner, remedy from exception")
                .one(row -> List.of(row.text("class"), row.text("owner"), row.text("remedy")))
                .orElseThrow();
    }

    private static java.util.Map.Entry<String, Money> entry(String account, String amount) {
        return java.util.Map.entry(account, Money.of(amount, "USD"));
    }
}
