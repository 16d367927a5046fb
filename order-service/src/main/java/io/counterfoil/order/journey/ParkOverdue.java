package io.counterfoil.order.journey;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes an exception of one process that stays in a state for too long, for the team that is published as the owner of the state. */
@UseCase
class ParkOverdue {

    static final String ORIGIN = "deadline";

    private final Database database;
    private final Troubles troubles;
    private final BusinessClock clock;

    @Inject
    ParkOverdue(Database database, Troubles troubles, BusinessClock clock) {
        this.database = database;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** False when none is overdue. */
    boolean handle() {
        Optional<Overdue> found = database.query(
                        """
                        select * from journey where due_at <= ? and exception_id is null
                        order by due_at limit 1 for update skip locked
                        """,
                        clock.now())
                .one(row -> new Overdue(
                        ProcessKind.valueOf(row.text("process")),
                        row.uuid("journey_id"),
                        row.text("state"),
                        row.instant("entered_at"),
                        row.text("correlation_id")));
        found.ifPresent(overdue ->
                Correlation.within(Correlation.current().continuing(overdue.correlationId()), () -> park(overdue)));
        return found.isPresent();
    }

    private void park(Overdue overdue) {
        StateRule rule = overdue.kind().rule(overdue.state());
        StateLastsTooLong why = new StateLastsTooLong(
                overdue.kind().path(), overdue.state(), overdue.enteredAt(), rule.deadline(), rule.step());
        byte[] original = Json.write(overdue).getBytes(StandardCharsets.UTF_8);
        UUID exception =
                troubles.park(Parked.of(ORIGIN, overdue.journeyId().toString(), why, "application/json", original, null)
                        .ownedBy(rule.owner()));
        database.update(
                "update journey set exception_id = ? where process = ? and journey_id = ?",
                exception,
                overdue.kind(),
                overdue.journeyId());
    }

    /** A stay that lasts too long. */
    record Overdue(ProcessKind kind, UUID journeyId, String state, Instant enteredAt, String correlationId) {}
}
