package io.counterfoil.order.fulfilment;

import io.counterfoil.common.event.EventIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A stay of a process in one state. */
@Entity
@Table(name = "process_stage")
class ProcessStage {

    @Id
    @Column(name = "stage_id")
    private UUID stageId;

    @ManyToOne
    @JoinColumn(name = "order_id")
    private QuoteToCash process;

    private int number;

    @Enumerated(EnumType.STRING)
    private ProcessState state;

    private String cause;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @Column(name = "left_at")
    private Instant leftAt;

    @Version
    private int version;

    protected ProcessStage() {}

    ProcessStage(QuoteToCash process, int number, ProcessState state, String cause, Instant enteredAt) {
        this.stageId = EventIds.next();
        this.process = process;
        this.number = number;
        this.state = state;
        this.cause = cause;
        this.enteredAt = enteredAt;
    }

    void leave(Instant now) {
        leftAt = now;
    }

    ProcessJson.Stage json() {
        Long millis = leftAt == null ? null : took().toMillis();
        return new ProcessJson.Stage(state, enteredAt, leftAt, millis, cause);
    }

    /** How long it stayed; it has left. */
    Duration took() {
        return Duration.between(enteredAt, leftAt);
    }

    ProcessState state() {
        return state;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    Instant leftAt() {
        return leftAt;
    }
}
