package io.counterfoil.ledger.accrual;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.postingrule.Rulebook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accrues what is earned before it is billed, in the caller's transaction, and says what of it an invoice clears. */
@Dependent
public class Accruals {

    private static final String MOVEMENT = "event_id, line_number, control_kind, item_id, legal_entity_id, customer_id,"
            + " currency, minor, effective_date, source_type, source_position, recorded_at";

    private final Database database;
    private final PendingLines lines;
    private final Rulebook rulebook;
    private final Journal journal;
    private final BusinessClock clock;

    @Inject
    Accruals(Database database, PendingLines lines, Rulebook rulebook, Journal journal, BusinessClock clock) {
        this.database = database;
        this.lines = lines;
        this.rulebook = rulebook;
        this.journal = journal;
        this.clock = clock;
    }

    /** What was accrued under an id: delivered usage, or a part of a line that waited. */
    public record Accrued(Money amount, LocalDate until) {}

    /** Accrues some of what is earned through a day; answers how many lines that were. */
    public int accrueNext(String legalEntityId, LocalDate through, int limit) {
        List<PendingLine> due = lines.lockDue(legalEntityId, through, limit);
        accrue(due, due.stream().map(line -> line.due(through)).toList());
        return due.size();
    }

    /** Accrues what these had earned before the day of their invoice, so that this is in its own month; others it leaves. */
    public void accrueBefore(Map<UUID, LocalDate> invoiced) {
        if (!invoiced.isEmpty()) {
            List<PendingLine> waiting = lines.lockWaiting(invoiced.keySet());
            accrue(
                    waiting,
                    waiting.stream()
                            .map(line -> line.due(invoiced.get(line.itemId()).minusDays(1)))
                            .toList());
        }
    }

    /** What is accrued of them, but for what these events cleared. */
    public Map<UUID, Accrued> of(Collection<UUID> ids, Collection<UUID> events) {
        Map<UUID, Accrued> accrued = new HashMap<>();
        if (!ids.isEmpty()) {
            Map<UUID, LocalDate> untils = lines.untils(ids);
            database.query(
                            """
                            select item_id, currency, sum(minor)::bigint as minor from control_movement
                            where control_kind = 'UNBILLED' and item_id = any(?) and event_id <> all(?) group by item_id, currency
                            """,
                            ids,
                            events)
                    .list(row -> accrued.put(
                            row.uuid("item_id"),
                            new Accrued(row.money("minor", "currency"), untils.get(row.uuid("item_id")))));
        }
        return accrued;
    }

    /** They wait no longer. */
    public void billed(Map<UUID, LocalDate> days) {
        lines.billed(days);
    }

    /**
     * A credit memo takes back what these would have, on its own day: what was accrued of them is undone, and they wait no
     * longer. The memo itself says what of it was earned.
     */
    public void credited(Map<UUID, LocalDate> days) {
        if (!days.isEmpty()) {
            Map<PendingLine, LocalDate> gone = new LinkedHashMap<>();
            lines.lockWaiting(days.keySet()).forEach(line -> gone.put(line, days.get(line.itemId())));
            takeBack(gone);
            lines.billed(days);
        }
    }

    /** Undoes what was accrued of them, on a day for each; as long as they wait it is accrued anew as it is told then. */
    void takeBack(Map<PendingLine, LocalDate> gone) {
        List<PendingLine> accrued =
                gone.keySet().stream().filter(line -> line.until() != null).toList();
        accrue(
                accrued,
                accrued.stream()
                        .map(line -> List.of(new PendingLine.Slice(
                                gone.get(line), null, line.accrued().negated())))
                        .toList());
    }

    private void accrue(List<PendingLine> due, List<List<PendingLine.Slice>> slices) {
        if (due.isEmpty()) {
            return;
        }
        Rulebook.Opened rules =
                rulebook.open(due.stream().map(PendingLine::legalEntityId).collect(Collectors.toSet()));
        List<JournalEntry> entries = new ArrayList<>();
        List<Object[]> movements = new ArrayList<>();
        List<Object[]> reached = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            PendingLine line = due.get(i);
            Money accrued = line.accrued();
            LocalDate until = line.until();
            long revision = line.revision();
            for (PendingLine.Slice slice : slices.get(i)) {
                revision++;
                accrued = accrued.plus(slice.amount());
                until = slice.until();
                if (!slice.amount().isZero()) {
                    JournalEntry.Cause cause = cause(line, revision);
                    entries.add(AccrualEntry.of(line, slice, cause, rules));
                    movements.add(movement(line, slice, cause.eventId()));
                }
            }
            reached.add(new Object[] {accrued.minor(), until, revision, line.itemId()});
        }
        lines.accrued(reached);
        journal.post(entries);
        database.append("control_movement", MOVEMENT, movements);
    }

    private static JournalEntry.Cause cause(PendingLine line, long revision) {
        Correlation correlation = new Correlation(
                line.correlationId(),
                line.itemId().toString(),
                Correlation.current().actor());
        UUID id = EventIds.derived(line.itemId(), "ACCRUAL:" + revision);
        return new JournalEntry.Cause(id, "accrual", null, correlation, null);
    }

    private Object[] movement(PendingLine line, PendingLine.Slice slice, UUID causeId) {
        return new Object[] {
            causeId,
            1,
            "UNBILLED",
            line.itemId(),
            line.legalEntityId(),
            line.customerId(),
            slice.amount().currency(),
            slice.amount().minor(),
            slice.effectiveDate(),
            "accrual",
            line.sourcePosition(),
            clock.now()
        };
    }
}
