package io.counterfoil.common.audit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Appends to the audit trail, in the transaction of the change. Nothing in it is ever changed. */
@Dependent
public class AuditTrail {

    private static final String COLUMNS =
            "at, actor, origin, act, object, object_id, reason, before, after, correlation_id, causation_id";

    private static final ThreadLocal<Long> KEPT = ThreadLocal.withInitial(() -> 0L);

    private final Database database;
    private final BusinessClock clock;

    @Inject
    public AuditTrail(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps one change. */
    public void keep(Audited change) {
        keepAll(List.of(change));
    }

    /** Keeps many changes of one actor in one go. */
    public void keepAll(List<Audited> changes) {
        if (changes.isEmpty()) {
            return;
        }
        KEPT.set(KEPT.get() + changes.size());
        Correlation cause = Correlation.current();
        Gathering.add(
                AuditTrail.class,
                rows -> database.append("audit_entry", COLUMNS, rows),
                changes.stream().map(change -> row(change, cause)).toList());
    }

    /** Keeps what is done because its time has come, and is not asked for what a person does: that is kept by the request. */
    public void keepOfTimer(Supplier<List<Audited>> changes) {
        if (Correlation.current().isOfTimer()) {
            keepAll(changes.get());
        }
    }

    /** How many the thread has kept: tells whether a call has kept any. */
    static long keptByThread() {
        return KEPT.get();
    }

    private Object[] row(Audited change, Correlation cause) {
        return new Object[] {
            clock.now(),
            cause.actor(),
            change.origin(),
            change.act(),
            change.object(),
            change.objectId(),
            change.reason(),
            json(change.before()),
            json(change.after()),
            cause.correlationId(),
            cause.causationId()
        };
    }

    private static AsColumn json(Object value) {
        return value == null ? null : new AsColumn(Json.write(value));
    }
}
