package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Releases an agreement and bills it again that could not be billed, after the cause was mended. */
@Dependent
class ReplayBilling implements Replay {

    private final Subscriptions subscriptions;
    private final BillOrder bill;
    private final Outbox outbox;

    @Inject
    ReplayBilling(Subscriptions subscriptions, BillOrder bill, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.bill = bill;
        this.outbox = outbox;
    }

    @Override
    public boolean replays(String origin) {
        return HoldUnbillable.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        UUID agreementId = UUID.fromString(trouble.subject());
        subscriptions.hold(agreementId, false);
        bill.handle(agreementId);
    }

    /** Of an order that was never billed this is the last word; a later period is left unbilled without a word. */
    @Override
    public void waived(Trouble trouble) {
        subscriptions.lock(UUID.fromString(trouble.subject())).stream()
                .filter(account -> !account.isBilled() && account.agreement().acceptedEventId() != null)
                .forEach(account -> outbox.publish(OrderRefusedByBilling.givenUp(account.agreement(), trouble)));
    }
}
