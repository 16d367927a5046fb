package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.order.order.HoldReason;
import java.util.function.Function;

/** Why a held process waits, and where it goes back to. */
record Waiting(ProcessState heldFrom, HoldReason why) {

    /** As it was written; null where the process is not held. */
    static Waiting read(Row row) {
        ProcessState from = row.one(ProcessState.class, "held_from");
        return from == null
                ? null
                : new Waiting(
                        from,
                        new HoldReason(
                                row.text("reason_code"),
                                row.text("reason"),
                                row.text("owner"),
                                row.text("remedy"),
                                row.uuid("exception_id")));
    }

    /** How it lies in the row of its process. */
    static Table<QuoteToCash> columns(Table<QuoteToCash> table) {
        return table.with("held_from", "text", of(Waiting::heldFrom))
                .with("reason_code", "text", of(waiting -> waiting.why().code()))
                .with("reason", "text", of(waiting -> waiting.why().reason()))
                .with("owner", "text", of(waiting -> waiting.why().owner()))
                .with("remedy", "text", of(waiting -> waiting.why().remedy()))
                .with("exception_id", "uuid", of(waiting -> waiting.why().exceptionId()));
    }

    private static Function<QuoteToCash, ?> of(Function<Waiting, ?> value) {
        return process -> process.waiting().map(value).orElse(null);
    }
}
