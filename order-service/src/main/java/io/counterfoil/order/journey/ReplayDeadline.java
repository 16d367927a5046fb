package io.counterfoil.order.journey;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Somebody has looked after a process that stayed too long: its deadline begins anew. */
@Dependent
class ReplayDeadline implements Replay {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    ReplayDeadline(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean replays(String origin) {
        return ParkOverdue.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        database.query("select process, journey_id, state from journey where exception_id = ? for update", trouble.id())
                .list(row -> new Waiting(
                        ProcessKind.valueOf(row.text("process")), row.uuid("journey_id"), row.text("state")))
                .forEach(this::beginAnew);
    }

    private void beginAnew(Waiting one) {
        database.update(
                "update journey set exception_id = null, due_at = ? where process = ? and journey_id = ?",
                clock.now().plus(one.kind().rule(one.state()).deadline()),
                one.kind(),
                one.journeyId());
    }

    private record Waiting(ProcessKind kind, UUID journeyId, String state) {}
}
