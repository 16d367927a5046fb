package io.counterfoil.order.revision;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of what two people must want: who proposed it and who decided, and from which day to which it holds.
 *
 * @param validTo the first day on which it holds no more; null for no end
 */
public record Revision(
        int version,
        RevisionState state,
        LocalDate validFrom,
        LocalDate validTo,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt) {

    public static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** Whether a version may begin or end on that day; no day is sensible. */
    public static boolean isSensible(LocalDate day) {
        return day == null || !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** What somebody wants from now on. */
    public static Revision proposed(int version, LocalDate validFrom, LocalDate validTo, String by, Instant now) {
        return new Revision(version, RevisionState.PROPOSED, validFrom, validTo, by, now, null, null);
    }

    /** Reads it from its columns. */
    public static Revision of(Row row) {
        return new Revision(
                row.intValue("version"),
                RevisionState.valueOf(row.text("state")),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                row.text("decided_by"),
                row.instant("decided_at"));
    }

    /**
     * Somebody else decides. What was to begin on a day that is over begins today: what held then is not changed.
     *
     * @throws IllegalMove when it is decided already
     * @throws NeedsAnotherPerson when it is their own
     */
    public Revision decided(String what, boolean approved, String by, LocalDate today, Instant now) {
        if (state != RevisionState.PROPOSED) {
            throw new IllegalMove(what + " version " + version, state, "be decided", List.of());
        }
        if (proposedBy.equals(by)) {
            throw new NeedsAnotherPerson(what, version, by);
        }
        return new Revision(
                version,
                approved ? RevisionState.APPROVED : RevisionState.REJECTED,
                validFrom.isBefore(today) ? today : validFrom,
                validTo,
                proposedBy,
                proposedAt,
                by,
                now);
    }

    /** Whether it may still hold one day: it was approved, or may be. */
    public boolean stands() {
        return state == RevisionState.PROPOSED || state == RevisionState.APPROVED;
    }
}
