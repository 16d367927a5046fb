package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A stay of a process in one state; it ends where the next one begins.
 *
 * @param number counted from 1
 * @param cause why it came here
 */
record ProcessStage(UUID orderId, int number, ProcessState state, String cause, Instant enteredAt) {

    /** How stays lie in the database: only ever appended. */
    static final Table<ProcessStage> TABLE = Table.<ProcessStage>named("process_stage")
            .with("order_id", "uuid", ProcessStage::orderId)
            .with("number", "int", ProcessStage::number)
            .with("state", "text", ProcessStage::state)
            .with("cause", "text", ProcessStage::cause)
            .with("entered_at", "timestamptz", ProcessStage::enteredAt);

    static ProcessStage read(Row row) {
        return new ProcessStage(
                row.uuid("order_id"),
                row.intValue("number"),
                ProcessState.valueOf(row.text("state")),
                row.text("cause"),
                row.instant("entered_at"));
    }

    /** Nobody leaves the last one, so it has no end while it lasts, and none of its own where it is final. */
    ProcessJson.Stage json(ProcessStage next) {
        Instant left = next != null ? next.enteredAt : state.isFinal() ? enteredAt : null;
        Long millis = left == null ? null : Duration.between(enteredAt, left).toMillis();
        return new ProcessJson.Stage(state, enteredAt, left, millis, cause);
    }
}
