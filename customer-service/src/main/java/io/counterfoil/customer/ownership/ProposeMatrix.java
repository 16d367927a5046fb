package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps a matrix that holds once another person has approved it. */
@UseCase
class ProposeMatrix {

    private static final Duration FURTHEST = Duration.ofDays(3653);

    private final Matrices matrices;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    ProposeMatrix(Matrices matrices, AuditTrail audit, BusinessClock clock) {
        this.matrices = matrices;
        this.audit = audit;
        this.clock = clock;
    }

    OwnershipJson.Matrix handle(OwnershipJson.Proposed wanted, String by) {
        new MatrixRules(wanted.rules() == null ? List.of() : wanted.rules()).checked();
        if (wanted.reason() == null
                || wanted.reason().isBlank()
                || wanted.reason().length() > 500) {
            throw new Invalid("/reason", "is needed, with at most 500 characters");
        }
        Instant now = clock.now();
        if (wanted.validFrom() != null && wanted.validFrom().isAfter(now.plus(FURTHEST))) {
            throw new Invalid("/validFrom", "is more than ten years away");
        }
        Instant from = wanted.validFrom() == null || wanted.validFrom().isBefore(now) ? now : wanted.validFrom();
        OwnershipJson.Matrix made = matrices.get(matrices.propose(wanted, from, by, now));
        JsonNode after = Json.strict().valueToTree(made.rules());
        audit.keep(new Audited(
                "ownership-matrix",
                Long.toString(made.version()),
                "proposed",
                Audited.API,
                wanted.reason(),
                null,
                after));
        return made;
    }
}
