package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Since when a process is under way and where it is, and the moves of this transaction, which are written with it. */
class ProcessPath {

    private int stage;
    private Instant startedAt;
    private Instant enteredAt;
    private final List<ProcessMove> moves = new ArrayList<>();
    private int counted;

    ProcessPath() {}

    /** As it was written. */
    ProcessPath(Row row) {
        stage = row.intValue("stage");
        startedAt = row.instant("started_at");
        enteredAt = row.instant("entered_at");
    }

    /** How it lies in the row of its process. */
    static Table<QuoteToCash> columns(Table<QuoteToCash> table) {
        return table.with("stage", "int", process -> process.path().stage)
                .with("started_at", "timestamptz", process -> process.path().startedAt)
                .with("entered_at", "timestamptz", process -> process.path().enteredAt);
    }

    void enter(UUID orderId, ProcessState from, ProcessState next, String cause, Instant now) {
        moves.add(new ProcessMove(from, enteredAt, new ProcessStage(orderId, stage + 1, next, cause, now)));
        stage++;
        startedAt = from == null ? now : startedAt;
        enteredAt = now;
    }

    List<ProcessMove> moves() {
        return moves;
    }

    /** Where it has come to in this transaction. */
    List<ProcessStage> newStays() {
        return moves.stream().map(ProcessMove::to).toList();
    }

    /** The moves since this was last asked. */
    List<ProcessMove> uncounted() {
        List<ProcessMove> further = List.copyOf(moves.subList(counted, moves.size()));
        counted = moves.size();
        return further;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When it came to where it is. */
    Instant enteredAt() {
        return enteredAt;
    }
}
