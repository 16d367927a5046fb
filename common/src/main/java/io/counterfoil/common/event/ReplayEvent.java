package io.counterfoil.common.event;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Replays a parked event: its handlers run again, in the transaction that resolves the exception. */
@ApplicationScoped
class ReplayEvent implements Replay {

    @Inject
    EventDispatch dispatch;

    @Override
    public boolean replays(String origin) {
        return origin.endsWith("-events");
    }

    @Override
    public boolean takesEdits(Trouble trouble) {
        return true;
    }

    @Override
    public void refused(Trouble trouble, Refusal reason) {
        dispatch.refusedAgain(EventParking.event(trouble), reason);
    }

    @Override
    public void waived(Trouble trouble) {
        dispatch.waived(EventParking.event(trouble), trouble);
    }

    @Override
    public void replay(Trouble trouble) {
        dispatch.handle(List.of(EventParking.event(trouble)));
    }
}
