package io.counterfoil.ledger.journal;

import io.counterfoil.common.db.Database;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.period.PostingCalendar.Happened;
import io.counterfoil.ledger.period.PostingCalendar.PostingDate;
import io.counterfoil.ledger.rate.Rate;
import io.counterfoil.ledger.rate.Rates;
import io.counterfoil.ledger.rate.Rates.Wanted;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which rates a set of entries is valued; deferred revenue is no money and keeps the rate of its invoice. */
@Dependent
class Valuations {

    private final Database database;
    private final Rates rates;

    @Inject
    Valuations(Database database, Rates rates) {
        this.database = database;
        this.rates = rates;
    }

    /** The rates that entries of a set need; nothing is asked where all is in the currency of the books. */
    Opened of(List<JournalEntry> entries, Map<String, Books.Book> books, Map<Happened, PostingDate> dates) {
        Set<Wanted> wanted = new HashSet<>();
        Set<String> invoices = new HashSet<>();
        for (JournalEntry entry : entries) {
            String functional = books.get(entry.legalEntityId()).functionalCurrency();
            if (functional.equals(entry.currency()) || entry.valuation().rate() != null) {
                continue;
            }
            if (entry.document().kind() == JournalEntry.Document.Kind.SCHEDULE) {
                invoices.add(entry.document().number());
            }
            wanted.add(new Wanted(
                    entry.currency(),
                    functional,
                    dates.get(Journal.happened(entry)).date()));
        }
        return new Opened(wanted.isEmpty() ? Map.of() : rates.spot(wanted), ofInvoices(invoices), dates);
    }

    private Map<String, Rate> ofInvoices(Set<String> numbers) {
        Map<String, Rate> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.query(
                            """
                            select legal_entity_id, document_number, currency, functional_currency, rate, rate_source, rate_date
                            from journal_entry where purpose = 'INVOICE' and document_number = any(?) and rate is not null
                            """,
                            numbers)
                    .list(row -> found.put(
                            row.text("legal_entity_id") + "/" + row.text("document_number"),
                            new Rate(
                                    row.text("currency"),
                                    row.text("functional_currency"),
                                    row.decimal("rate"),
                                    row.text("rate_source"),
                                    row.date("rate_date"))));
        }
        return found;
    }

    /** Keeps what a foreign balance is worth where an entry moves one. */
    void keep(List<NumberedEntry> entries) {
        List<Object[]> rows = new ArrayList<>();
        entries.stream()
                .filter(each -> !each.functionalCurrency().equals(each.entry().currency()))
                .forEach(each -> ForeignBalances.rows(each, rows));
        database.batch(
                """
                insert into foreign_balance (kind, key_id, entry_id, account_id, currency, minor, functional_minor)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    /** The rates that were found. */
    record Opened(Map<Wanted, Rate> spot, Map<String, Rate> ofInvoices, Map<Happened, PostingDate> dates) {

        /** The rate of the entry; null where there is none to be applied. */
        Rate rate(JournalEntry entry, String functional) {
            if (functional.equals(entry.currency())) {
                return null;
            }
            if (entry.valuation().rate() != null) {
                return entry.valuation().rate();
            }
            Rate original = ofInvoices.get(
                    entry.legalEntityId() + "/" + entry.document().number());
            if (original != null && entry.document().kind() == JournalEntry.Document.Kind.SCHEDULE) {
                return original;
            }
            Wanted wanted = new Wanted(
                    entry.currency(),
                    functional,
                    dates.get(Journal.happened(entry)).date());
            Rate rate = spot.get(wanted);
            if (rate == null) {
                throw new NoExchangeRate(
                        entry.document().number(), entry.currency(), entry.legalEntityId(), functional);
            }
            return rate;
        }
    }
}
