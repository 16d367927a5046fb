package io.counterfoil.order.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Since when a process is under way and where it is, and the moves that are not written down yet. */
@Embeddable
class ProcessPath {

    private int stage;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "entered_at")
    private Instant enteredAt;

    /** Null as long as it was only read. */
    @Transient
    private List<ProcessMove> moves;

    void enter(UUID orderId, ProcessState from, ProcessState next, String cause, Instant now) {
        List<ProcessMove> all = new ArrayList<>(moves());
        all.add(new ProcessMove(from, enteredAt, new ProcessStage(orderId, stage + 1, next, cause, now)));
        moves = all;
        stage++;
        startedAt = from == null ? now : startedAt;
        enteredAt = now;
    }

    List<ProcessMove> moves() {
        return moves == null ? List.of() : moves;
    }

    void movesWritten() {
        moves = null;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When it came to where it is. */
    Instant enteredAt() {
        return enteredAt;
    }
}
