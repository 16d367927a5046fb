package io.counterfoil.order.refusal;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Somebody has mended what stood in the way of taking an order back. */
@Dependent
class ReplayTakingBack implements Replay {

    private final FinalRefusals refusals;

    @Inject
    ReplayTakingBack(FinalRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean replays(String origin) {
        return StuckOrders.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        RefusalRules.Refused order = Json.read(trouble.original(), RefusalRules.Refused.class);
        refusals.takeBack(order.orderId(), order.reason());
    }
}
