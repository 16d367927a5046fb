package io.counterfoil.order.callback;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.webhook.Webhooks;
import io.counterfoil.order.callback.CallbackJson.StateChanged;
import jakarta.inject.Inject;
import java.util.List;

/** Puts one delivery on its way for each change of a state and each who wants to know of it. */
@UseCase
class TellChanges {

    private static final String TYPE = "process.state-changed";

    /** So many changes at once, and what else their last transaction wrote. */
    private static final int MOST = 500;

    private final Callbacks callbacks;
    private final Webhooks webhooks;

    @Inject
    TellChanges(Callbacks callbacks, Webhooks webhooks) {
        this.callbacks = callbacks;
        this.webhooks = webhooks;
    }

    /** False when there was nothing to tell. */
    boolean handle() {
        List<Callback> listeners = callbacks.all();
        if (listeners.isEmpty()) {
            return false; // whoever comes first begins at that moment
        }
        long told = callbacks.told();
        long horizon = callbacks.horizon(told, MOST);
        List<StateChanged> changes = callbacks.between(told, horizon);
        changes.forEach(change -> tell(change, listeners));
        callbacks.toldUpTo(horizon);
        return !changes.isEmpty();
    }

    private void tell(StateChanged change, List<Callback> listeners) {
        Correlation business = Correlation.current().continuing(change.correlationId());
        Correlation.within(business, () -> listeners.stream()
                .filter(one -> one.wants(change.process()))
                .forEach(one -> webhooks.send(one.endpoint(), TYPE, change.id().toString(), change)));
    }
}
