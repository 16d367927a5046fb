package io.counterfoil.ledger.recognition;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All recognition runs and their progress. */
@Dependent
class RecognitionRuns {

    private final Database database;

    @Inject
    RecognitionRuns(Database database) {
        this.database = database;
    }

    /** Begins a run; a month end that was begun already is not begun again. */
    void start(UUID id, String legalEntityId, LocalDate through, RecognitionRun.Trigger trigger, Instant at) {
        database.update(
                """
                insert into recognition_run (id, legal_entity_id, through_date, triggered_by, state, started_at)
                values (?, ?, ?, ?, 'RUNNING', ?) on conflict do nothing
                """,
                id,
                legalEntityId,
                through,
                trigger,
                at);
    }

    Optional<RecognitionRun> oldestRunning() {
        return database.query("select * from recognition_run where state = 'RUNNING' order by ordinal limit 1")
                .one(RecognitionRuns::read);
    }

    /** The run, if it is running and nobody else works on it just now. */
    Optional<RecognitionRun> lockRunning(UUID id) {
        return database.query(
                        "select * from recognition_run where id = ? and state = 'RUNNING' for update skip locked", id)
                .one(RecognitionRuns::read);
    }

    void progressed(UUID id, int schedules, int entries) {
        database.update(
                "update recognition_run set schedules = schedules + ?, entries = entries + ? where id = ?",
                schedules,
                entries,
                id);
    }

    void complete(UUID id, Instant at) {
        database.update("update recognition_run set state = 'COMPLETED', completed_at = ? where id = ?", at, id);
    }

    void hold(UUID id, String reason) {
        database.update(
                "update recognition_run set state = 'HELD', held_because = ? where id = ? and state = 'RUNNING'",
                reason,
                id);
    }

    void resume(UUID id) {
        database.update(
                "update recognition_run set state = 'RUNNING', held_because = null where id = ? and state = 'HELD'",
                id);
    }

    /** The last month end that was begun, by legal entity. */
    Map<String, LocalDate> lastMonthEnds() {
        Map<String, LocalDate> last = new HashMap<>();
        database.query(
                        "select legal_entity_id, max(through_date) as last from recognition_run where triggered_by = 'MONTH_END' group by 1")
                .list(row -> last.put(row.text("legal_entity_id"), row.date("last")));
        return last;
    }

    Optional<RecognitionRun> find(UUID id) {
        return database.query("select * from recognition_run where id = ?", id).one(RecognitionRuns::read);
    }

    /** Newest first; 0 begins at the newest. */
    List<RecognitionRun> before(long ordinal, String legalEntityId, int limit) {
        return database.query(
                        """
                        select * from recognition_run
                        where (? = 0 or ordinal < ?) and (?::text is null or legal_entity_id = ?)
                        order by ordinal desc limit ?
                        """,
                        ordinal,
                        ordinal,
                        legalEntityId,
                        legalEntityId,
                        limit)
                .list(RecognitionRuns::read);
    }

    private static RecognitionRun read(Row row) {
        return new RecognitionRun(
                row.uuid("id"),
                row.longValue("ordinal"),
                row.text("legal_entity_id"),
                row.date("through_date"),
                RecognitionRun.Trigger.valueOf(row.text("triggered_by")),
                RecognitionRun.State.valueOf(row.text("state")),
                row.text("held_because"),
                row.instant("started_at"),
                row.instant("completed_at"),
                row.longValue("schedules"),
                row.longValue("entries"));
    }
}
