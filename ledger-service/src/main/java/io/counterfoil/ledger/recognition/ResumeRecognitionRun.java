package io.counterfoil.ledger.recognition;

import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Replaying a held run lets it go on; should its cause not be mended, it is held anew. */
@ApplicationScoped
class ResumeRecognitionRun implements Replay {

    @Inject
    RecognitionRuns runs;

    @Override
    public boolean replays(String origin) {
        return origin.equals(HoldRecognitionRun.ORIGIN);
    }

    @Override
    public void replay(Trouble trouble) {
        runs.resume(UUID.fromString(trouble.subject()));
    }
}
