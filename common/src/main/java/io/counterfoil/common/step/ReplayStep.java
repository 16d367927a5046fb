package io.counterfoil.common.step;

import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts a parked step back to work; if it is refused again it is parked anew, as another exception. */
@ApplicationScoped
class ReplayStep implements Replay {

    @Inject
    Steps steps;

    @Override
    public boolean replays(String origin) {
        return origin.startsWith(StepWorker.ORIGIN);
    }

    @Override
    public void replay(Trouble trouble) {
        steps.revive(UUID.fromString(trouble.attributes()));
    }
}
