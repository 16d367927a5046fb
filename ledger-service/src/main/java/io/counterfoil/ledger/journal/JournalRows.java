package io.counterfoil.ledger.journal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** How entries are written: in sets, never changed. */
@Dependent
class JournalRows {

    private static final String ENTRY =
            """
            insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date,
                posting_date, late, recorded_at, source_event_id, source_type, source_position, document_type, document_id,
                document_number, customer_id, contract_id, order_id, rule_id, rule_version, correlation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String POSTING =
            """
            insert into posting (entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item, item_id,
                dimensions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final Database database;

    @Inject
    JournalRows(Database database) {
        this.database = database;
    }

    /** The next numbers of a legal entity: without a gap, for its counter is part of the transaction. */
    Iterator<String> numbers(String legalEntityId, long count) {
        long last = database.query(
                        """
                        insert into entry_counter as c (legal_entity_id, last_number) values (?, ?)
                        on conflict (legal_entity_id) do update set last_number = c.last_number + excluded.last_number
                        returning last_number
                        """,
                        legalEntityId,
                        count)
                .one(row -> row.longValue("last_number"))
                .orElseThrow();
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> String.format("%s-J-%06d", legalEntityId, number))
                .iterator();
    }

    void add(List<NumberedEntry> entries, Instant recordedAt) {
        List<Object[]> postings = new ArrayList<>();
        for (NumberedEntry numbered : entries) {
            JournalEntry entry = numbered.entry();
            int line = 0;
            for (JournalEntry.Posting posting : entry.postings()) {
                line++;
                postings.add(posting(entry, line, posting));
            }
        }
        database.batch(
                ENTRY, entries.stream().map(entry -> entry(entry, recordedAt)).toList());
        database.batch(POSTING, postings);
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
            entry.currency(),
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
            entry.rule().ruleId(),
            entry.rule().version(),
            cause.correlation().correlationId()
        };
    }

    private static Object[] posting(JournalEntry entry, int line, JournalEntry.Posting posting) {
        return new Object[] {
            entry.id(),
            line,
            posting.account().id(),
            posting.side(),
            entry.currency(),
            posting.amount().minor(),
            posting.amount().minor(),
            posting.tag().item(),
            posting.tag().itemId(),
            Json.write(posting.tag().dimensions())
        };
    }
}
