package io.counterfoil.billing.dunning;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps in the audit trail what dunning does by itself to its cases. */
@Dependent
class DunningTrail {

    private final AuditTrail trail;

    @Inject
    DunningTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void opened(List<DunningCase> cases) {
        trail.keepOfTimer(() -> cases.stream()
                .map(one -> Audited.byClock("dunning-case", one.invoiceId(), "opened", null, null, one))
                .toList());
    }

    /** What is not otherwise than before is left out. */
    void moved(List<DunningCase> before, List<DunningCase> after) {
        trail.keepOfTimer(() -> {
            Map<UUID, DunningCase> were =
                    before.stream().collect(Collectors.toMap(DunningCase::invoiceId, Function.identity()));
            List<Audited> moves = new ArrayList<>();
            for (DunningCase is : after) {
                DunningCase was = were.get(is.invoiceId());
                if (!is.equals(was)) {
                    moves.add(Audited.byClock("dunning-case", is.invoiceId(), "advanced", null, was, is));
                }
            }
            return moves;
        });
    }
}
