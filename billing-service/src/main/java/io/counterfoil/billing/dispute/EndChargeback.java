package io.counterfoil.billing.dispute;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finance records how a dispute ended, where no gateway tells. */
@UseCase
class EndChargeback {

    private final ChargebackRows rows;
    private final CloseChargeback close;
    private final BusinessClock clock;

    @Inject
    EndChargeback(ChargebackRows rows, CloseChargeback close, BusinessClock clock) {
        this.rows = rows;
        this.close = close;
        this.clock = clock;
    }

    Chargeback handle(UUID disputeId, boolean won) {
        Chargeback found = rows.byId(disputeId).orElseThrow(() -> new NotFound("chargeback", disputeId));
        Chargeback locked = rows.byReference(found.channel(), found.reference()).orElseThrow();
        return close.close(locked, won ? DisputeState.WON : DisputeState.LOST, clock.now());
    }
}
