package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;

/** Lets a proposed matrix hold, or not; never by whom it was proposed. */
@UseCase
class DecideMatrix {

    /** What the second person says. */
    enum Decision {
        APPROVED,
        REJECTED
    }

    private final Matrices matrices;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    DecideMatrix(Matrices matrices, AuditTrail audit, BusinessClock clock) {
        this.matrices = matrices;
        this.audit = audit;
        this.clock = clock;
    }

    OwnershipJson.Matrix handle(long version, Decision decision, String by) {
        OwnershipJson.Matrix matrix = matrices.locked(version);
        if (!matrix.state().equals("PROPOSED")) {
            throw new IllegalMove("Ownership matrix " + version, matrix.state(), "be decided", List.of());
        }
        if (matrix.proposedBy().equals(by)) {
            throw new MatrixNeedsAnotherPerson(version);
        }
        matrices.decide(version, decision.name(), by, clock.now());
        audit.keep(new Audited(
                "ownership-matrix",
                Long.toString(version),
                decision.name().toLowerCase(java.util.Locale.ROOT),
                Audited.API,
                matrix.reason(),
                TextNode.valueOf("PROPOSED"),
                TextNode.valueOf(decision.name())));
        return matrices.get(version);
    }
}
