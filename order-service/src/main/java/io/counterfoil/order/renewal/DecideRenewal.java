package io.counterfoil.order.renewal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The customer wants the further term, or does not. */
@UseCase
class DecideRenewal {

    private final Renewals renewals;
    private final RenewalPath path;

    @Inject
    DecideRenewal(Renewals renewals, RenewalPath path) {
        this.renewals = renewals;
        this.path = path;
    }

    RenewalJson.View handle(UUID renewalId, boolean accepted) {
        Renewal renewal = renewals.forChange(renewalId);
        if (renewal.state() != RenewalState.OFFERED) {
            throw new IllegalMove(
                    "Renewal " + renewal.renewalNumber(), renewal.state(), "be accepted or declined", List.of());
        }
        String by = " by " + Correlation.current().actor();
        Correlation.within(Correlation.current().continuing(renewal.correlationId()), () -> {
            if (accepted) {
                path.accept(renewal, "accepted" + by);
            } else {
                path.ended(renewal, RenewalState.DECLINED, "declined" + by);
            }
        });
        return renewals.changed(renewal);
    }
}
