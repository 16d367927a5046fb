package io.counterfoil.order.callback;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.callback.CallbackJson.StateChanged;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to be told, and what they have not been told yet.
 *
 * <p>Each stay in a state carries the number of the transaction that wrote it. Told is what lies below the oldest transaction
 * that is still open, so that nothing is passed over that is committed later.
 */
@Dependent
class Callbacks {

    private static final String CHANGES =
            """
            with changed as (
              select 'QUOTE_TO_CASH' as process, s.order_id as id, s.number, s.state, s.cause, s.entered_at, s.written_by, q.correlation_id
              from process_stage s join quote_to_cash q using (order_id) where s.written_by > ? and s.written_by < ?
              union all
              select s.process, s.journey_id, s.number, s.state, s.cause, s.entered_at, s.written_by, j.correlation_id
              from journey_stage s join journey j using (process, journey_id) where s.written_by > ? and s.written_by < ?)
            select c.*,
                   coalesce((select b.state from process_stage b where b.order_id = c.id and b.number = c.number - 1
                                                                   and c.process = 'QUOTE_TO_CASH'),
                            (select b.state from journey_stage b where b.journey_id = c.id and b.process = c.process
                                                                   and b.number = c.number - 1)) as previous
            from changed c order by c.written_by, c.process, c.id, c.number
            """;

    private final Database database;

    @Inject
    Callbacks(Database database) {
        this.database = database;
    }

    List<Callback> all() {
        return database.query("select * from callback order by name").list(Callbacks::read);
    }

    Optional<Callback> find(String name) {
        return database.query("select * from callback where name = ? for update", name)
                .one(Callbacks::read);
    }

    void write(Callback one) {
        database.update(
                """
                insert into callback (name, processes) values (?, ?)
                on conflict (name) do update set processes = excluded.processes
                """,
                one.name(),
                String.join(" ", one.processes()));
    }

    void remove(String name) {
        database.update("delete from callback where name = ?", name);
    }

    /** Nobody listened until now: what has happened so far is told to nobody. */
    void beginNow() {
        database.update(
                "update callback_position set told = pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 where not exists (select 1 from callback)");
    }

    boolean isAnyLeft() {
        return database.query(
                        """
                        select 1 from callback_position p
                        where exists (select 1 from callback)
                          and (exists (select 1 from process_stage s where s.written_by > p.told)
                               or exists (select 1 from journey_stage s where s.written_by > p.told))
                        """)
                .one(row -> true)
                .orElse(false);
    }

    /** Up to where was told; kept from others until the transaction ends. */
    long told() {
        return database.query("select told from callback_position for update")
                .one(row -> row.longValue("told"))
                .orElseThrow();
    }

    /** The first transaction that is still open. */
    long horizon() {
        return database.query("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as open")
                .one(row -> row.longValue("open"))
                .orElseThrow();
    }

    /** The same, or nearer: a long history is told in parts, each of whole transactions. */
    long horizon(long told, int most) {
        return database.query(
                        """
                        select least(
                          pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                          (select max(s.written_by) + 1 from (select written_by from process_stage where written_by > ?
                                                              order by written_by limit ?) s),
                          (select max(s.written_by) + 1 from (select written_by from journey_stage where written_by > ?
                                                              order by written_by limit ?) s)) as until
                        """,
                        told,
                        most,
                        told,
                        most)
                .one(row -> row.longValue("until"))
                .orElseThrow();
    }

    void toldUpTo(long horizon) {
        database.update("update callback_position set told = ?", horizon - 1);
    }

    /** Every change between, in the order in which they were written. */
    List<StateChanged> between(long told, long horizon) {
        return database.query(CHANGES, told, horizon, told, horizon).list(Callbacks::change);
    }

    private static StateChanged change(Row row) {
        return new StateChanged(
                CallbackJson.written(row.text("process")),
                row.uuid("id"),
                row.intValue("number"),
                row.text("previous"),
                row.text("state"),
                row.text("cause"),
                row.instant("entered_at"),
                row.text("correlation_id"));
    }

    private static Callback read(Row row) {
        return new Callback(
                row.text("name"),
                row.text("processes").isEmpty()
                        ? List.of()
                        : Arrays.asList(row.text("processes").split(" ")));
    }
}
