package io.counterfoil.common.event;

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
    public void replay(Trouble trouble) {
        Envelope event = EventParking.event(trouble);
        if (Inbox.POISON.equals(event.type())) {
            throw new UnreadableEvent("The message was no event: " + event.id());
        }
        dispatch.handle(List.of(event));
    }
}
