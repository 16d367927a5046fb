package io.counterfoil.common.workbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How the workbench stands: what is open and how old, what came and went by day, and what a replay healed. */
@ApplicationScoped
class Figures {

    private static final String OPEN =
            """
            select class, owner, count(*) as open, count(*) filter (where state = 'ASSIGNED') as assigned,
              count(*) filter (where due_at < ?) as overdue, min(opened_at) as oldest
            from exception where state in ('OPEN', 'ASSIGNED') group by class, owner order by class, owner
            """;

    private static final String DAYS =
            """
            with acts as (
              select (opened_at at time zone 'UTC')::date as day, 1 as opened, 0 as closed, 0 as replayed, 0 as waived
                from exception where opened_at >= ?
              union all
              select (e.closed_at at time zone 'UTC')::date, 0, 1,
                     case when exists (select 1 from exception_history h where h.exception_id = e.id and h.act = 'REPLAYED')
                          then 1 else 0 end,
                     case when e.state = 'WAIVED' then 1 else 0 end
                from exception e where e.closed_at >= ?
            )
            select day, sum(opened) as opened, sum(closed) as closed, sum(replayed) as replayed, sum(waived) as waived
            from acts group by day order by day
            """;

    @Inject
    Database database;

    /** What is open of one class at one team. */
    public record Open(
            @JsonProperty("class") TroubleClass trouble,
            String owner,
            long open,
            long assigned,
            long overdue,
            Instant oldestOpenedAt,
            long oldestAgeSeconds) {}

    /** What came and went on one day (UTC). */
    public record Day(LocalDate day, long opened, long closed, long healedByReplay, long waived) {}

    /** All of it. */
    public record Standing(Instant asOf, List<Open> open, List<Day> days) {}

    Standing of(int days) {
        Instant now = SystemTime.now();
        Instant since = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(days - 1L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<Open> open = database.query(OPEN, now)
                .list(row -> new Open(
                        TroubleClass.valueOf(row.text("class")),
                        row.text("owner"),
                        row.longValue("open"),
                        row.longValue("assigned"),
                        row.longValue("overdue"),
                        row.instant("oldest"),
                        Math.max(0, now.getEpochSecond() - row.instant("oldest").getEpochSecond())));
        List<Day> byDay = database.query(DAYS, since, since)
                .list(row -> new Day(
                        row.date("day"),
                        row.longValue("opened"),
                        row.longValue("closed"),
                        row.longValue("replayed"),
                        row.longValue("waived")));
        return new Standing(now, open, byDay);
    }
}
