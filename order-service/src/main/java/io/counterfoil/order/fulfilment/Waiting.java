package io.counterfoil.order.fulfilment;

import io.counterfoil.order.order.HoldReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** Why a held process waits, and where it goes back to. */
@Embeddable
class Waiting {

    @Enumerated(EnumType.STRING)
    @Column(name = "held_from")
    private ProcessState heldFrom;

    @Column(name = "reason_code")
    private String code;

    private String reason;

    private String owner;

    private String remedy;

    @Column(name = "exception_id")
    private UUID exceptionId;

    protected Waiting() {}

    Waiting(ProcessState heldFrom, HoldReason why) {
        this.heldFrom = heldFrom;
        code = why.code();
        reason = why.reason();
        owner = why.owner();
        remedy = why.remedy();
        exceptionId = why.exceptionId();
    }

    ProcessState heldFrom() {
        return heldFrom;
    }

    HoldReason why() {
        return new HoldReason(code, reason, owner, remedy, exceptionId);
    }
}
