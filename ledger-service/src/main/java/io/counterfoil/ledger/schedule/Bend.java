package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What changes how a line is earned, from a day on.
 *
 * @param causeId the document or act that did it, such as a credit memo
 * @param earned what of the line's earned part was reversed
 * @param unearned what of the line was taken out of deferred revenue
 * @param shrunk by how much less is earned from that day on
 * @param period the days whose revenue it takes; null for all that are left
 * @param restores the bend that it takes back; null for any but a RESTORE
 * @param units what was delivered; null where time decides
 * @param newEnd the end of the period from now on; null when it stays
 * @param released what of the line goes back that a release had taken out of deferred revenue before
 */
public record Bend(
        UUID id,
        UUID causeId,
        Kind kind,
        LocalDate day,
        Money earned,
        Money unearned,
        Money shrunk,
        ServicePeriod period,
        UUID restores,
        Units units,
        LocalDate newEnd,
        Money released) {

    public enum Kind {
        /** The line earns more or less than it costs: its share of the contract's price. */
        ALLOCATED,
        /** A reversal takes something of what is left. */
        SHRINK,
        /** Nothing more is earned: what was left went elsewhere. */
        RELEASE,
        /** Takes another bend back, from its own day on. */
        RESTORE,
        /** Nothing is earned until it is taken back; then what was missed is caught up. */
        HOLD,
        /** So much was delivered. */
        PROGRESS,
        /** So much had been delivered before this line was billed. */
        BASE,
        /** What is left is spread anew. */
        PROSPECTIVE,
        /** All is spread anew, from the beginning; the difference is caught up. */
        CATCH_UP,
        /** What is left is earned at once. */
        ACCELERATE
    }

    /** Units, milestones or costs: how many were delivered, of how many in all. */
    public record Units(long done, long all) {}

    public static Bend reversal(
            UUID id,
            UUID causeId,
            Kind kind,
            LocalDate day,
            Money earned,
            Money unearned,
            Money shrunk,
            ServicePeriod period,
            Money released) {
        return new Bend(id, causeId, kind, day, earned, unearned, shrunk, period, null, null, null, released);
    }

    public static Bend restoring(UUID id, UUID causeId, LocalDate day, Bend bend) {
        return new Bend(
                id,
                causeId,
                Kind.RESTORE,
                day,
                bend.earned(),
                bend.unearned(),
                bend.shrunk(),
                null,
                bend.id(),
                null,
                null,
                bend.released());
    }

    /** One that moves no money by itself. */
    public static Bend of(
            UUID id, UUID causeId, Kind kind, LocalDate day, String currency, Units units, LocalDate newEnd) {
        Money none = Money.zero(currency);
        return new Bend(id, causeId, kind, day, none, none, none, null, null, units, newEnd, none);
    }

    /** What of the line is gone by it, beside what was released before. */
    public Money net() {
        return earned.plus(unearned);
    }
}
