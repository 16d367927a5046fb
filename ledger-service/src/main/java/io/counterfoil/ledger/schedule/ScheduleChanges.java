package io.counterfoil.ledger.schedule;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What bends schedules, only ever added to. */
@Dependent
class ScheduleChanges {

    private static final String INSERT =
            """
            insert into schedule_change (id, schedule_id, invoice_line_id, cause_id, kind, effective_day, earned_minor, unearned_minor,
                shrunk_minor, period_start, period_end, restores, units_done, units_all, new_end, released_minor, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * A run must look again at the day of the change, if it was there before or thought that nothing was left. In the order in which
     * runs lock.
     */
    private static final String DUE =
            """
            insert into schedule_progress as p (schedule_id, legal_entity_id, plain, due_from, recognised_minor, recognised_until)
            select s.id, s.legal_entity_id, false, greatest(min(c.day), s.billed_on), 0, s.start_date
            from unnest(?::uuid[], ?::date[]) as c(id, day) join revenue_schedule s on s.id = c.id group by s.id order by s.id
            on conflict (schedule_id) do update set plain = false, due_from = least(p.due_from, excluded.due_from)
            """;

    private final Database database;
    private final BusinessClock clock;

    @Inject
    ScheduleChanges(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(List<RevenueSchedules.Change> changes) {
        Instant now = clock.now();
        List<Object[]> rows = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (RevenueSchedules.Change change : changes) {
            rows.add(row(change.schedule(), change.bend(), now));
            ids.add(change.schedule().id());
            days.add(change.bend().day());
        }
        database.batch(INSERT, rows);
        if (!ids.isEmpty()) {
            database.update(DUE, ids, days);
        }
    }

    List<UUID> linesOf(UUID causeId) {
        return database.query("select distinct invoice_line_id from schedule_change where cause_id = ?", causeId)
                .list(row -> row.uuid("invoice_line_id"));
    }

    /** The bends of each schedule, in the order in which they became known. */
    Map<UUID, List<Bend>> of(Collection<UUID> scheduleIds) {
        return of(scheduleIds, AsOf.NOW);
    }

    /** Those that had been recorded then, and had taken effect. */
    Map<UUID, List<Bend>> of(Collection<UUID> scheduleIds, AsOf then) {
        Map<UUID, List<Bend>> bends = new HashMap<>();
        database.query(
                        """
                        select c.*, s.currency from schedule_change c join revenue_schedule s on s.id = c.schedule_id
                        where c.schedule_id = any(?) and (?::date is null or c.effective_day <= ?)
                          and (?::timestamptz is null or c.recorded_at <= ?)
                        order by c.ordinal
                        """,
                        scheduleIds,
                        then.effectiveOn(),
                        then.effectiveOn(),
                        then.knownAt(),
                        then.knownAt())
                .list(row -> bends.computeIfAbsent(row.uuid("schedule_id"), id -> new ArrayList<>())
                        .add(read(row)));
        return bends;
    }

    List<RevenueSchedules.BentLine> by(UUID causeId, Bend.Kind kind, UUID restored) {
        return database.query(
                        """
                        select c.*, s.currency from schedule_change c join revenue_schedule s on s.id = c.schedule_id
                        where c.cause_id = ? and c.kind = ?
                          and (?::uuid is null or exists (select from schedule_change b where b.id = c.restores and b.cause_id = ?))
                        order by c.ordinal
                        """,
                        causeId,
                        kind,
                        restored,
                        restored)
                .list(row -> new RevenueSchedules.BentLine(row.uuid("invoice_line_id"), read(row)));
    }

    private static Bend read(Row row) {
        LocalDate start = row.date("period_start");
        return new Bend(
                row.uuid("id"),
                row.uuid("cause_id"),
                Bend.Kind.valueOf(row.text("kind")),
                row.date("effective_day"),
                row.money("earned_minor", "currency"),
                row.money("unearned_minor", "currency"),
                row.money("shrunk_minor", "currency"),
                start == null ? null : new ServicePeriod(start, row.date("period_end")),
                row.uuid("restores"),
                row.longOrNull("units_all") == null
                        ? null
                        : new Bend.Units(row.longValue("units_done"), row.longValue("units_all")),
                row.date("new_end"),
                row.money("released_minor", "currency"));
    }

    private static Object[] row(RevenueSchedule schedule, Bend bend, Instant now) {
        return new Object[] {
            bend.id(),
            schedule.id(),
            schedule.invoiceLineId(),
            bend.causeId(),
            bend.kind(),
            bend.day(),
            bend.earned().minor(),
            bend.unearned().minor(),
            bend.shrunk().minor(),
            bend.period() == null ? null : bend.period().start(),
            bend.period() == null ? null : bend.period().end(),
            bend.restores(),
            bend.units() == null ? null : bend.units().done(),
            bend.units() == null ? null : bend.units().all(),
            bend.newEnd(),
            bend.released().minor(),
            now
        };
    }
}
