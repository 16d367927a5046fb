package io.counterfoil.ledger.manual;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves an entry on, or back to its maker; the one who approves is another than those who made and submitted it. */
@UseCase
class DecideEntry {

    enum Move {
        SUBMIT,
        APPROVE,
        REJECT
    }

    private static final Map<String, List<Move>> LEGAL = Map.of(
            "DRAFT",
            List.of(Move.SUBMIT),
            "SUBMITTED",
            List.of(Move.APPROVE, Move.REJECT),
            "APPROVED",
            List.of(Move.REJECT));

    private final ManualEntries entries;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    DecideEntry(ManualEntries entries, BusinessClock clock, Outbox outbox) {
        this.entries = entries;
        this.clock = clock;
        this.outbox = outbox;
    }

    ManualEntryJson handle(UUID id, Move move, String by, String note) {
        ManualEntryJson entry = entries.locked(id).orElseThrow(() -> new NotFound("manual entry", id));
        List<Move> legal = LEGAL.getOrDefault(entry.state(), List.of());
        if (!legal.contains(move)) {
            throw new IllegalMove(
                    "Manual entry " + id, entry.state(), move.name().toLowerCase(java.util.Locale.ROOT), legal);
        }
        if (move == Move.SUBMIT) {
            entries.submitted(id, by);
        } else {
            if (by.equals(entry.madeBy()) || by.equals(entry.submittedBy())) {
                throw new MakerIsChecker(id);
            }
            entries.decided(id, move == Move.APPROVE ? "APPROVED" : "DRAFT", by, note);
        }
        if (move == Move.APPROVE) {
            outbox.publish(entry.approved(by, clock.now()));
        }
        return entries.find(id).orElseThrow();
    }
}
