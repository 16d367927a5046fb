package io.counterfoil.common.trouble;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which team owns which class, and until when it wants it mended: data, where the code has the beginning. An exception with a
 * team of its own ({@link Parked#ownedBy}) stays with it; of its class it takes the time alone.
 */
@ApplicationScoped
public class Routes {

    /** As the alert has it. */
    private static final int USUAL_MINUTES = 240;

    @Inject
    Database database;

    /**
     * One way.
     *
     * @param version 0 until somebody has decided
     */
    public record Route(
            TroubleClass trouble,
            String team,
            int objectiveMinutes,
            long version,
            Instant changedAt,
            String changedBy) {

        static Route usual(TroubleClass trouble) {
            return new Route(trouble, trouble.owner(), USUAL_MINUTES, 0, null, null);
        }

        static Route read(Row row) {
            return new Route(
                    TroubleClass.valueOf(row.text("class")),
                    row.text("team"),
                    row.intValue("objective_minutes"),
                    row.longValue("version"),
                    row.instant("changed_at"),
                    row.text("changed_by"));
        }

        Instant due(Instant openedAt) {
            return openedAt.plusSeconds(60L * objectiveMinutes);
        }
    }

    /** The way of one class. */
    public Route of(TroubleClass trouble) {
        return database.query("select * from exception_route where class = ?", trouble)
                .one(Route::read)
                .orElseGet(() -> Route.usual(trouble));
    }

    /** The ways of all. */
    public List<Route> all() {
        return Arrays.stream(TroubleClass.values()).map(this::of).toList();
    }

    /** Sets it, for what comes and for what is open and nobody has taken yet. */
    @Transactional
    public Route set(TroubleClass trouble, String team, int objectiveMinutes) {
        database.update(
                """
                insert into exception_route (class, team, objective_minutes, changed_at, changed_by) values (?, ?, ?, ?, ?)
                on conflict (class) do update set team = excluded.team, objective_minutes = excluded.objective_minutes,
                  changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = exception_route.version + 1
                """,
                trouble,
                team,
                objectiveMinutes,
                SystemTime.now(),
                Correlation.current().actor());
        database.update(
                """
                update exception set owner = coalesce(team, ?), due_at = opened_at + make_interval(mins => ?), version = version + 1
                where class = ? and state = 'OPEN'
                """,
                team,
                objectiveMinutes,
                trouble);
        return of(trouble);
    }
}
