package io.counterfoil.ledger.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.Purpose;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The journal, for reading. */
@Dependent
class JournalEntries {

    private final Database database;

    @Inject
    JournalEntries(Database database) {
        this.database = database;
    }

    /** What is looked for; null means any. */
    record Filter(
            String legalEntityId,
            UUID documentId,
            UUID customerId,
            UUID contractId,
            UUID orderId,
            UUID sourceEventId,
            Purpose purpose) {}

    /** An entry with its place in the order of posting. */
    record Placed(long ordinal, JournalEntryJson entry) {}

    List<Placed> after(long ordinal, Filter filter, int limit) {
        return withPostings(database.query(
                        """
                        select e.*, (select r.id from journal_entry r where r.reverses = e.id) as reversed_by from journal_entry e
                        where ordinal > ? and (?::text is null or legal_entity_id = ?) and (?::uuid is null or document_id = ?)
                          and (?::uuid is null or customer_id = ?) and (?::uuid is null or contract_id = ?)
                          and (?::uuid is null or order_id = ?) and (?::uuid is null or source_event_id = ?)
                          and (?::text is null or purpose = ?)
                        order by ordinal limit ?
                        """,
                        ordinal,
                        filter.legalEntityId(),
                        filter.legalEntityId(),
                        filter.documentId(),
                        filter.documentId(),
                        filter.customerId(),
                        filter.customerId(),
                        filter.contractId(),
                        filter.contractId(),
                        filter.orderId(),
                        filter.orderId(),
                        filter.sourceEventId(),
                        filter.sourceEventId(),
                        filter.purpose(),
                        filter.purpose(),
                        limit)
                .list(JournalEntries::read));
    }

    Optional<JournalEntryJson> find(UUID id) {
        return withPostings(database.query(
                                "select e.*, (select r.id from journal_entry r where r.reverses = e.id) as reversed_by from journal_entry e where id = ?",
                                id)
                        .list(JournalEntries::read))
                .stream()
                .map(Placed::entry)
                .findFirst();
    }

    private List<Placed> withPostings(List<Placed> entries) {
        Map<UUID, List<JournalEntryJson.Posting>> postings = new HashMap<>();
        database.query(
                        """
                        select p.*, a.code, a.name, e.functional_currency
                        from posting p join account a on a.id = p.account_id join journal_entry e on e.id = p.entry_id
                        where p.entry_id = any(?) order by p.entry_id, p.line_number
                        """,
                        entries.stream().map(placed -> placed.entry().entryId()).collect(Collectors.toSet()))
                .list(row -> postings.computeIfAbsent(row.uuid("entry_id"), id -> new java.util.ArrayList<>())
                        .add(readPosting(row)));
        return entries.stream()
                .map(placed -> new Placed(
                        placed.ordinal(),
                        placed.entry().with(postings.get(placed.entry().entryId()))))
                .toList();
    }

    private static Placed read(Row row) {
        return new Placed(
                row.longValue("ordinal"),
                new JournalEntryJson(
                        row.uuid("id"),
                        row.text("entry_number"),
                        row.text("legal_entity_id"),
                        row.text("currency"),
                        row.text("functional_currency"),
                        Purpose.valueOf(row.text("purpose")),
                        row.uuid("reversed_by") == null ? "POSTED" : "REVERSED",
                        row.date("effective_date"),
                        row.date("posting_date"),
                        row.bool("late"),
                        row.instant("recorded_at"),
                        new JournalEntryJson.Source(
                                row.uuid("source_event_id"),
                                row.text("source_type"),
                                row.longOrNull("source_position")),
                        document(row),
                        rule(row),
                        rate(row),
                        row.uuid("reverses"),
                        row.uuid("reversed_by"),
                        row.text("correlation_id"),
                        List.of()));
    }

    private static JournalEntryJson.Rule rule(Row row) {
        return row.text("rule_id") == null
                ? new JournalEntryJson.Rule(NumberedEntry.MANUAL_RULE, 1)
                : new JournalEntryJson.Rule(row.text("rule_id"), row.longValue("rule_version"));
    }

    private static JournalEntryJson.ExchangeRate rate(Row row) {
        return row.text("rate") == null
                ? null
                : new JournalEntryJson.ExchangeRate(row.text("rate"), row.text("rate_source"), row.date("rate_date"));
    }

    private static JournalEntryJson.Document document(Row row) {
        return new JournalEntryJson.Document(
                row.text("document_type"),
                row.uuid("document_id"),
                row.text("document_number"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.uuid("order_id"));
    }

    private static JournalEntryJson.Posting readPosting(Row row) {
        return new JournalEntryJson.Posting(
                row.intValue("line_number"),
                row.text("code"),
                row.text("name"),
                Side.valueOf(row.text("side")),
                row.money("amount_minor", "currency"),
                row.money("functional_minor", "functional_currency"),
                dimensions(row.text("dimensions")));
    }

    private static Map<String, String> dimensions(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("dimensions of a posting can't be read", broken);
        }
    }
}
