package io.counterfoil.common.trouble;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Refusal;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people decide of an exception: who works on it, and by two of them an edit or a waiver. */
@UseCase
public class DecideTrouble {

    private final Troubles troubles;
    private final Instance<Replay> replays;

    @Inject
    DecideTrouble(Troubles troubles, @Any Instance<Replay> replays) {
        this.troubles = troubles;
        this.replays = replays;
    }

    void assign(UUID id, String assignee, String actor) {
        requireOpen(id, "be assigned");
        troubles.assign(id, assignee, actor);
    }

    /** What is closed can be spoken of too. */
    void comment(UUID id, String words, String actor) {
        troubles.locked(id);
        troubles.comment(id, words, actor);
    }

    void proposeWaiver(UUID id, String reason, String actor) {
        requireOpen(id, "be waived");
        troubles.propose(id, "WAIVE", reason, null, actor);
    }

    void proposeEdit(UUID id, String reason, byte[] body, String actor) {
        Trouble trouble = requireOpen(id, "be edited");
        if (replaysOf(trouble).noneMatch(replay -> replay.takesEdits(trouble))) {
            throw new EditHasNoEffect(trouble);
        }
        troubles.propose(id, "EDIT", reason, body, actor);
    }

    /** The second person's yes. Returns what was approved: {@code EDIT} or {@code WAIVE}. */
    String approve(UUID id, String actor) {
        Trouble trouble = requireOpen(id, "be approved");
        if (trouble.proposal() == null) {
            throw new IllegalMove(
                    "Exception " + id,
                    "without a proposal",
                    "be approved",
                    List.of("propose an edit", "propose a waiver"));
        }
        if (actor.equals(trouble.proposedBy())) {
            throw new MakerIsChecker(actor);
        }
        if ("EDIT".equals(trouble.proposal())) {
            troubles.applyEdit(id, actor);
        } else {
            troubles.close(id, Trouble.State.WAIVED, actor, "WAIVER_APPROVED", null);
            replaysOf(trouble).forEach(replay -> replay.waived(trouble));
        }
        return trouble.proposal();
    }

    private Stream<Replay> replaysOf(Trouble trouble) {
        return replays.stream().filter(replay -> replay.replays(trouble.origin()));
    }

    private Trouble requireOpen(UUID id, String move) {
        Trouble trouble = troubles.locked(id);
        if (!trouble.state().isOpen()) {
            throw new IllegalMove("Exception " + id, trouble.state(), move, List.of());
        }
        return trouble;
    }

    /** What a replay does not read can't be mended by an edit. */
    public static final class EditHasNoEffect extends Refusal {
        EditHasNoEffect(Trouble trouble) {
            super(
                    409,
                    TroubleClass.DUPLICATE_CONFLICT,
                    "A replay of exception " + trouble.id() + " (" + trouble.origin()
                            + ") does not read its content, so that an edit would have no effect",
                    "Mend what it is about, then replay it; or waive it. It says: " + trouble.remedy());
        }
    }

    /** Who proposed may not approve. */
    public static final class MakerIsChecker extends Refusal {
        MakerIsChecker(String actor) {
            super(
                    403,
                    TroubleClass.DUPLICATE_CONFLICT,
                    "'" + actor + "' proposed this and can't approve it",
                    "Let another person approve it.");
        }
    }
}
