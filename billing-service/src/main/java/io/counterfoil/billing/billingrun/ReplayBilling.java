package io.counterfoil.billing.billingrun;

import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Bills an order again that could not be billed, after the cause was mended. */
@Dependent
class ReplayBilling implements Replay {

    private final BillOrder bill;

    @Inject
    ReplayBilling(BillOrder bill) {
        this.bill = bill;
    }

    @Override
    public boolean replays(String origin) {
        return HoldUnbillable.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        bill.handle(UUID.fromString(trouble.subject()));
    }
}
