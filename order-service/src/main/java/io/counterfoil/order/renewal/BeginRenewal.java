package io.counterfoil.order.renewal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Begins one renewal whose time has come, or ends one offer that nobody accepted. */
@UseCase
class BeginRenewal {

    private final Renewals renewals;
    private final RenewalPath path;
    private final BusinessClock clock;

    @Inject
    BeginRenewal(Renewals renewals, RenewalPath path, BusinessClock clock) {
        this.renewals = renewals;
        this.path = path;
        this.clock = clock;
    }

    /** False when nothing was due. */
    boolean handle() {
        Instant now = clock.now();
        Optional<RenewalTerms> due = renewals.due(now);
        if (due.isPresent()) {
            path.begin(due.get());
            return true;
        }
        Optional<UUID> outlived = renewals.outlived(now);
        outlived.map(renewals::forChange)
                .ifPresent(renewal -> path.ended(renewal, RenewalState.LAPSED, "nobody accepted the renewal"));
        return outlived.isPresent();
    }
}
