package io.counterfoil.order.journey;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks when the next state has lasted too long. */
@ApplicationScoped
class DeadlineTimer implements DueWork {

    @Inject
    Database database;

    @Inject
    ParkOverdue park;

    @Override
    public String name() {
        return "process-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.query("select due_at from journey where due_at is not null and exception_id is null"
                        + " order by due_at limit 1")
                .one(row -> row.instant("due_at"));
    }

    @Override
    public boolean workOnce() {
        return park.handle();
    }
}
