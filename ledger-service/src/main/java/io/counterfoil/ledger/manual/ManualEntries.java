package io.counterfoil.ledger.manual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All entries by people, whatever became of them. */
@Dependent
class ManualEntries {

    private final Database database;

    @Inject
    ManualEntries(Database database) {
        this.database = database;
    }

    /** An entry with its place in the order of making. */
    record Placed(long ordinal, ManualEntryJson entry) {}

    void add(UUID id, ManualEntryJson.Request told, String by, Instant at) {
        database.update(
                """
                insert into manual_entry (id, kind, legal_entity_id, counterparty_id, currency, effective_date, description, lines,
                                          amount_minor, concerns, state, made_by, made_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'DRAFT', ?, ?, 1)
                """,
                id,
                told.kind(),
                told.legalEntityId(),
                told.counterpartyId(),
                told.currency(),
                told.effectiveDate(),
                told.description(),
                Json.write(told.lines() == null ? List.of() : told.lines()),
                told.amount() == null ? null : told.amount().minor(),
                told.concerns(),
                by,
                at);
    }

    void submitted(UUID id, String by) {
        database.update(
                "update manual_entry set state = 'SUBMITTED', submitted_by = ?, note = null, version = version + 1 where id = ?",
                by,
                id);
    }

    void decided(UUID id, String state, String by, String note) {
        database.update(
                "update manual_entry set state = ?, decided_by = ?, note = ?, version = version + 1 where id = ?",
                state,
                by,
                note,
                id);
    }

    void posted(UUID id, Instant at) {
        database.update(
                "update manual_entry set state = 'POSTED', posted_at = ?, version = version + 1 where id = ?", at, id);
    }

    Optional<ManualEntryJson> locked(UUID id) {
        return database.query("select * from manual_entry where id = ? for update", id)
                .one(ManualEntries::read);
    }

    Optional<ManualEntryJson> find(UUID id) {
        return database.query("select * from manual_entry where id = ?", id).one(ManualEntries::read);
    }

    List<Placed> after(long ordinal, String legalEntityId, String state, int limit) {
        return database.query(
                        """
                        select * from manual_entry where ordinal > ? and (?::text is null or legal_entity_id = ?)
                          and (?::text is null or state = ?) order by ordinal limit ?
                        """,
                        ordinal,
                        legalEntityId,
                        legalEntityId,
                        state,
                        state,
                        limit)
                .list(row -> new Placed(row.longValue("ordinal"), read(row)));
    }

    private static ManualEntryJson read(Row row) {
        return new ManualEntryJson(
                row.uuid("id"),
                ManualEntryJson.Kind.valueOf(row.text("kind")),
                row.text("legal_entity_id"),
                row.text("counterparty_id"),
                row.text("currency"),
                row.date("effective_date"),
                row.text("description"),
                lines(row.text("lines")),
                row.longOrNull("amount_minor") == null ? null : row.money("amount_minor", "currency"),
                row.uuid("concerns"),
                row.text("state"),
                row.text("made_by"),
                row.instant("made_at"),
                row.text("submitted_by"),
                row.text("decided_by"),
                row.text("note"),
                row.instant("posted_at"),
                row.longValue("version"));
    }

    private static List<ManualEntryJson.Line> lines(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<List<ManualEntryJson.Line>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("lines of a manual entry can't be read", broken);
        }
    }
}
