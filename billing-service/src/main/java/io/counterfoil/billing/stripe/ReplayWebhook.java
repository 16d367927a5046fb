package io.counterfoil.billing.stripe;

import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Takes a message of the gateway that was no event, after two people have made the event of it that it should have been. */
@Dependent
class ReplayWebhook implements Replay {

    private final KeepWebhook keep;

    @Inject
    ReplayWebhook(KeepWebhook keep) {
        this.keep = keep;
    }

    @Override
    public boolean replays(String origin) {
        return KeepWebhook.ORIGIN.equals(origin);
    }

    @Override
    public boolean takesEdits(Trouble trouble) {
        return true;
    }

    @Override
    public void replay(Trouble trouble) {
        keep.handle(trouble.subject(), trouble.effectiveBody());
    }
}
