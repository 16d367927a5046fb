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
 * @param toldOn the day on which it was told, in the legal entity's time zone; null where a person did, and in old acts
 * @param cause whose rest it is in billing: the customer's, or that of dunning; null where that makes no difference
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
        @JsonIgnore Long toldAt,
        @JsonIgnore LocalDate toldOn,
        @JsonIgnore String cause) {

    /** One of which no event's day and cause are to be kept. */
    ObligationAct(
            UUID actId,
            Kind kind,
            LocalDate effectiveDate,
            Long unitsDone,
            Long unitsAll,
            LocalDate newEnd,
            String reason,
            String decidedBy,
            Instant recordedAt,
            Long toldAt) {
        this(
                actId,
                kind,
                effectiveDate,
                unitsDone,
                unitsAll,
                newEnd,
                reason,
                decidedBy,
                recordedAt,
                toldAt,
                null,
                null);
    }

    /** An event that tells of an end, and of nothing else. */
    static ObligationAct ending(
            UUID actId, LocalDate day, String reason, String decidedBy, Instant recordedAt, LocalDate toldOn) {
        return new ObligationAct(
                actId, Kind.TERMINATE, day, null, null, null, reason, decidedBy, recordedAt, null, toldOn, null);
    }

    /** The day from which on it counts: an end that is told later hastens nothing in the time before it was told. */
    LocalDate day() {
        return kind == Kind.TERMINATE && toldOn != null && toldOn.isAfter(effectiveDate) ? toldOn : effectiveDate;
    }

    /** Whether both concern the same rest, as far as that is known. */
    boolean isOfSameCause(ObligationAct other) {
        return cause == null || other.cause == null || cause.equals(other.cause);
    }

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
