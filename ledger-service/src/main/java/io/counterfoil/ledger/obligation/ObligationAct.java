package io.counterfoil.ledger.obligation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What was done to an obligation, and by whom.
 *
 * @param unitsDone units, milestones or costs that were delivered; null where time decides
 * @param unitsAll of how many in all
 * @param newEnd when it ends from now on; null when that stays
 * @param toldAt the place in the teller's history of the event that did it; null where a person did
 */
public record ObligationAct(
        UUID actId,
        Kind kind,
        LocalDate effectiveDate,
        Long unitsDone,
        Long unitsAll,
        LocalDate newEnd,
        String reason,
        String decidedBy,
        Instant recordedAt,
        @JsonIgnore Long toldAt) {

    boolean isByPerson() {
        return toldAt == null;
    }

    /** The kinds of acts. */
    public enum Kind {
        /** Nothing is recognised until it is resumed. */
        HOLD,
        /** What was held back is caught up. */
        RESUME,
        /** So much was delivered. */
        PROGRESS,
        /** A modification that is a contract of its own: it changes nothing here, but the decision is kept. */
        SEPARATE,
        /** A modification whose rest is distinct: what is left is spread anew. */
        PROSPECTIVE,
        /** A modification whose rest is not distinct: all is spread anew, the difference is caught up. */
        CATCH_UP,
        /** It ends early: what is left after the credits of that day is earned at once. */
        TERMINATE,
        /** An early end that lay ahead was taken back. */
        CONTINUE;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static List<Kind> allBut(Kind... some) {
            List<Kind> not = List.of(some);
            return Arrays.stream(values()).filter(kind -> !not.contains(kind)).toList();
        }
    }
}
