package io.counterfoil.common.step;

import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts a parked step back to work; if it is refused again it is parked anew, as another exception. A waiver ends it. */
@ApplicationScoped
class ReplayStep implements Replay {

    @Inject
    Steps steps;

    @Inject
    @Any
    Instance<StepHandler> handlers;

    @Override
    public boolean replays(String origin) {
        return origin.startsWith(StepWorker.ORIGIN);
    }

    @Override
    public void replay(Trouble trouble) {
        steps.revive(UUID.fromString(trouble.attributes()));
    }

    @Override
    public void waived(Trouble trouble) {
        steps.giveUp(UUID.fromString(trouble.attributes())).ifPresent(step -> handlers.stream()
                .filter(handler -> handler.kind().equals(step.kind()))
                .forEach(handler -> handler.waived(step)));
    }
}
