package io.counterfoil.ledger.journal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.ledger.postingrule.PostingRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How entries are written: in sets, never changed. */
@Dependent
class JournalRows {

    private static final String ENTRY =
            "id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date,"
                    + " posting_date, late, recorded_at, source_event_id, source_type, source_position, document_type, document_id,"
                    + " document_number, customer_id, contract_id, order_id, rule_id, rule_version, correlation_id, rate, rate_source,"
                    + " rate_date, reverses, made_by";

    private static final String POSTING =
            "entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item,"
                    + " item_id, dimensions";

    private final Database database;

    @Inject
    JournalRows(Database database) {
        this.database = database;
    }

    /** The next numbers of a legal entity; they never make two transactions wait for each other. */
    Iterator<String> numbers(String legalEntityId, long count) {
        return database.query(
                        "select nextval(format('%I', 'entry_number_' || lower(?))::regclass) as number from generate_series(1, ?)",
                        legalEntityId, count)
                .list(row -> String.format("%s-J-%06d", legalEntityId, row.longValue("number")))
                .iterator();
    }

    PostingRule.Account account(String legalEntityId, String code) {
        return database.query("select * from account where legal_entity_id = ? and code = ?", legalEntityId, code)
                .one(row -> new PostingRule.Account(
                        row.text("id"),
                        row.text("code"),
                        row.text("name"),
                        row.date("valid_from"),
                        row.date("valid_to")))
                .orElseThrow(() -> new NotFound("account", legalEntityId + "/" + code));
    }

    /** Entries first: postings are added to what this transaction writes, and to nothing else. */
    void add(List<NumberedEntry> entries, Instant recordedAt) {
        List<Object[]> postings = new ArrayList<>();
        for (NumberedEntry numbered : entries) {
            JournalEntry entry = numbered.entry();
            int line = 0;
            for (JournalEntry.Posting posting : numbered.postings()) {
                line++;
                postings.add(posting(entry, line, posting));
            }
        }
        database.append(
                "journal_entry",
                ENTRY,
                entries.stream().map(entry -> entry(entry, recordedAt)).toList());
        database.append("posting", POSTING, postings);
    }

    private static Object[] entry(NumberedEntry numbered, Instant recordedAt) {
        JournalEntry entry = numbered.entry();
        JournalEntry.Cause cause = entry.cause();
        JournalEntry.Document document = entry.document();
        return new Object[] {
            entry.id(),
            numbered.number(),
            entry.legalEntityId(),
            entry.currency(),
            numbered.functionalCurrency(),
            entry.purpose(),
            entry.effectiveDate(),
            numbered.posting().date(),
            numbered.posting().late(),
            recordedAt,
            cause.eventId(),
            cause.type(),
            cause.position(),
            document.kind(),
            document.id(),
            document.number(),
            document.customerId(),
            document.contractId(),
            document.orderId(),
            entry.rule() == null ? null : entry.rule().ruleId(),
            entry.rule() == null ? null : entry.rule().version(),
            cause.correlation().correlationId(),
            numbered.rate() == null ? null : numbered.rate().value(),
            numbered.rate() == null ? null : numbered.rate().source(),
            numbered.rate() == null ? null : numbered.rate().date(),
            entry.reverses(),
            entry.rule() == null ? cause.correlation().actor() : null
        };
    }

    private static Object[] posting(JournalEntry entry, int line, JournalEntry.Posting posting) {
        return new Object[] {
            entry.id(),
            line,
            posting.account().id(),
            posting.side(),
            posting.amount().currency(),
            posting.amount().minor(),
            posting.booked().minor(),
            posting.tag().item(),
            posting.tag().itemId(),
            new Database.AsColumn(Json.write(posting.tag().dimensions()))
        };
    }
}
