package io.counterfoil.common.trouble;

import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tries a parked thing again after its cause was mended, then those that waited behind it, in their order, each in a
 * transaction of its own. Replaying what is resolved already has no effect.
 */
@ApplicationScoped
public class ReplayTrouble {

    private static final Logger LOG = Logger.getLogger(ReplayTrouble.class.getName());

    @Inject
    Troubles troubles;

    @Inject
    Transactions transactions;

    @Inject
    @Any
    Instance<Replay> replays;

    /** @throws Refusal when the cause is not mended; the exception stays open with the new reason */
    public Trouble handle(UUID id, String actor) {
        Trouble replayed = replayOne(id, actor);
        followers(replayed, actor);
        return troubles.byId(id);
    }

    /** The same by itself; false when it is refused, which is noted at the exception. */
    public boolean attempt(UUID id, String actor) {
        try {
            handle(id, actor);
            return true;
        } catch (Refusal noted) {
            return false;
        }
    }

    /** Replays those that waited behind an exception that is closed now, until one is refused. */
    void followers(Trouble head, String actor) {
        Optional<Trouble> next = troubles.nextFollower(head);
        while (next.isPresent()) {
            try {
                replayOne(next.get().id(), actor);
            } catch (Refusal stillRefused) {
                return; // kept with its new reason; those behind it go on waiting
            }
            next = troubles.nextFollower(head);
        }
    }

    private Trouble replayOne(UUID id, String actor) {
        try {
            return transactions.fresh(() -> {
                Trouble trouble = troubles.locked(id);
                if (trouble.state() == Trouble.State.RESOLVED) {
                    return trouble;
                }
                requireFirst(trouble);
                again(trouble, actor);
                troubles.close(id, Trouble.State.RESOLVED, actor, "REPLAYED", null);
                return trouble;
            });
        } catch (Refusal refused) {
            Refusal noted = noted(id, actor, refused);
            Trouble now = troubles.byId(id);
            if (refused instanceof IllegalMove || now.state().isOpen()) {
                throw noted;
            }
            return now; // whoever refused it has ended it: there is nothing left to do
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, failure, () -> "the replay of exception " + id + " failed unexpectedly");
            throw noted(id, actor, new ReplayFailed(id, failure));
        }
    }

    private Refusal noted(UUID id, String actor, Refusal refused) {
        transactions.fresh(() -> {
            Trouble trouble = troubles.locked(id);
            if (trouble.state().isOpen() && !(refused instanceof IllegalMove)) {
                troubles.failedAgain(id, actor, refused.code(), refused.getMessage(), refused.remedy());
                replays.stream()
                        .filter(candidate -> candidate.replays(trouble.origin()))
                        .forEach(replay -> replay.refused(trouble, refused));
            }
        });
        return refused;
    }

    /** What was tried again met no rule but a fault of ours. */
    public static final class ReplayFailed extends Refusal {
        ReplayFailed(UUID id, RuntimeException failure) {
            super(
                    422,
                    TroubleClass.POISON,
                    "Exception " + id + " failed again, for a fault of the software: "
                            + failure.getClass().getSimpleName(),
                    "Hand it to the team that owns the service; the log has the details under its correlation id.");
            initCause(failure);
        }
    }

    private void again(Trouble trouble, String actor) {
        Replay replay = replays.stream()
                .filter(candidate -> candidate.replays(trouble.origin()))
                .findFirst()
                .orElseThrow(() -> new IllegalMove(
                        "An exception of " + trouble.origin(),
                        trouble.state(),
                        "be replayed",
                        List.of("assign", "waive")));
        Correlation correlation =
                new Correlation(trouble.correlationId(), trouble.id().toString(), actor);
        Correlation.within(
                correlation,
                () -> Traces.continued(
                        trouble.traceParent(),
                        "replay " + trouble.origin(),
                        SpanKind.INTERNAL,
                        () -> replay.replay(trouble)));
    }

    private void requireFirst(Trouble trouble) {
        if (!trouble.state().isOpen()) {
            throw new IllegalMove("Exception " + trouble.id(), trouble.state(), "be replayed", List.of());
        }
        Trouble first = troubles.open(trouble.origin(), trouble.subject()).get(0);
        if (!first.id().equals(trouble.id())) {
            throw new IllegalMove(
                    "Exception " + trouble.id(),
                    "behind exception " + first.id() + " of the same subject",
                    "be replayed first",
                    List.of("replay " + first.id()));
        }
    }
}
