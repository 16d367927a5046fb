package io.counterfoil.ledger.revenue;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import io.counterfoil.ledger.schedule.ServicePeriod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What of invoice lines is earned at the start of a day and what is not, and what a reversal takes of both. A reversal
 * takes both parts in proportion and shrinks the schedule by the same factor, so that what is left in deferred revenue is
 * what the schedule still earns. Lines that are earned at once are earned as soon as they are invoiced.
 *
 * <p>Works in sets: lines are locked in one statement, changes stored in one, in the caller's transaction.
 */
@Dependent
public class EarnedShares {

    private final RevenueSchedules schedules;

    @Inject
    public EarnedShares(RevenueSchedules schedules) {
        this.schedules = schedules;
    }

    /**
     * An amount of a line in its parts, with the sign of the line.
     *
     * @param released what was deferred until its rest was given up, and is no longer
     */
    public record Split(UUID invoiceLineId, Money earned, Money unearned, Money released) {

        public Split(UUID invoiceLineId, Money earned, Money unearned) {
            this(invoiceLineId, earned, unearned, Money.zero(earned.currency()));
        }

        public Money net() {
            return earned.plus(unearned).plus(released);
        }
    }

    /**
     * An amount of a line that is reversed.
     *
     * @param causeId the document that does it; each takes something of a line once
     * @param net how much, without tax, with the sign of the line
     * @param day at whose start it is split, in the legal entity's time zone
     * @param period the credit's own service period; null when it is for all that is left
     */
    public record Reversal(UUID causeId, UUID invoiceLineId, Money net, LocalDate day, ServicePeriod period) {}

    /** What is left of each line at the start of a day, less what was reversed of it; refuses lines that are unknown. */
    public Map<UUID, Split> at(Collection<UUID> invoiceLineIds, LocalDate day) {
        return lines(invoiceLineIds).values().stream()
                .map(line -> line.at(day))
                .collect(Collectors.toMap(Split::invoiceLineId, split -> split));
    }

    /** Splits each reversal and shrinks the schedule of its line; in the order given, the answers too. */
    public List<Split> reverse(List<Reversal> reversals) {
        Map<UUID, LineShares> lines =
                lines(reversals.stream().map(Reversal::invoiceLineId).toList());
        List<Split> splits = reversals.stream()
                .map(reversal -> lines.get(reversal.invoiceLineId()).reverse(reversal))
                .toList();
        store(lines);
        return splits;
    }

    /** Ends the schedules of lines: nothing more is earned of them; answers what was left unearned. */
    public List<Split> release(UUID causeId, Collection<UUID> invoiceLineIds, LocalDate day) {
        Map<UUID, LineShares> lines = lines(invoiceLineIds);
        List<Split> released =
                lines.values().stream().map(line -> line.release(causeId, day)).toList();
        store(lines);
        return released;
    }

    /**
     * Takes back what a document reversed or released: both parts are as they were, and the days that were missed
     * meanwhile are caught up in the period of the day. Answers what it had taken, line by line.
     */
    public List<Split> takeBack(UUID causeId, UUID takenBackBy, LocalDate day) {
        Map<UUID, LineShares> lines = lines(schedules.linesOf(causeId));
        List<Split> restored = new ArrayList<>();
        lines.values().forEach(line -> restored.addAll(line.takeBack(causeId, takenBackBy, day)));
        store(lines);
        return restored;
    }

    /** What a document took, or gave back of what another one had taken, as it was stored; in that order. */
    public List<Split> recalled(UUID causeId, Bend.Kind kind, UUID restoredCause) {
        return schedules.bendsBy(causeId, kind, restoredCause).stream()
                .map(taken -> new Split(
                        taken.invoiceLineId(),
                        taken.bend().earned(),
                        taken.bend().unearned(),
                        taken.bend().released()))
                .toList();
    }

    private Map<UUID, LineShares> lines(Collection<UUID> invoiceLineIds) {
        Map<UUID, LineShares> lines = new HashMap<>();
        schedules
                .lockLines(invoiceLineIds)
                .forEach(schedule -> lines.put(schedule.invoiceLineId(), new LineShares(schedule)));
        TreeSet<UUID> unknown = new TreeSet<>(invoiceLineIds);
        unknown.removeAll(lines.keySet());
        if (!unknown.isEmpty()) {
            throw new UnknownInvoiceLine(unknown);
        }
        return lines;
    }

    private void store(Map<UUID, LineShares> lines) {
        schedules.bend(lines.values().stream()
                .flatMap(line -> line.fresh().stream().map(bend -> new RevenueSchedules.Change(line.schedule(), bend)))
                .toList());
    }
}
