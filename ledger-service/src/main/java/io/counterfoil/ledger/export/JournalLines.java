package io.counterfoil.ledger.export;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The journal for others: read some entries at a time, in the order of posting. */
@Dependent
class JournalLines {

    private static final int ENTRIES = 1_000;

    private static final String LINES =
            """
            select e.ordinal, e.id, e.entry_number, e.purpose, e.effective_date, e.posting_date, e.late, e.document_number,
                   coalesce(e.rule_id || '/' || e.rule_version, 'manual') as rule, e.source_event_id, e.functional_currency, p.line_number,
                   a.code, a.name, a.type, p.currency, p.dimensions, case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end as minor,
                   case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end as functional_minor
            from (select * from journal_entry
                  where legal_entity_id = ? and ordinal > ? and (?::date is null or posting_date >= ?) and (?::date is null or posting_date <= ?)
                  order by ordinal limit ?) e
            join posting p on p.entry_id = e.id join account a on a.id = p.account_id
            order by e.ordinal, p.line_number
            """;

    private final Database database;

    @Inject
    JournalLines(Database database) {
        this.database = database;
    }

    /** What is exported: the journal of a legal entity, between two posting dates where they are given. */
    record Extent(String legalEntityId, LocalDate from, LocalDate to) {}

    void each(Extent extent, Consumer<List<ExportedPosting>> entries) {
        long after = 0;
        List<ExportedPosting> some;
        do {
            some = after(after, extent);
            if (!some.isEmpty()) {
                entries.accept(some);
                after = some.get(some.size() - 1).ordinal();
            }
        } while (!some.isEmpty());
    }

    private List<ExportedPosting> after(long ordinal, Extent extent) {
        return database.query(
                        LINES,
                        extent.legalEntityId(),
                        ordinal,
                        extent.from(),
                        extent.from(),
                        extent.to(),
                        extent.to(),
                        ENTRIES)
                .list(JournalLines::read);
    }

    private static ExportedPosting read(Row row) {
        return new ExportedPosting(
                row.longValue("ordinal"),
                row.uuid("id"),
                row.text("entry_number"),
                row.text("purpose"),
                row.date("effective_date"),
                row.date("posting_date"),
                row.bool("late"),
                row.text("document_number"),
                row.text("rule"),
                row.uuid("source_event_id"),
                row.intValue("line_number"),
                row.text("code"),
                row.text("name"),
                row.text("type"),
                row.money("minor", "currency"),
                row.money("functional_minor", "functional_currency"),
                row.text("dimensions"));
    }
}
