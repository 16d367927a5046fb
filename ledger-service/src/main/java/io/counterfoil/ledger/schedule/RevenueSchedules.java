package io.counterfoil.ledger.schedule;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** All revenue schedules; written and moved on in sets. */
@Dependent
public class RevenueSchedules {

    private static final String SELECT = "select s.*, p.due_from, coalesce(p.recognised_minor, 0) as recognised_minor,"
            + " p.recognised_until from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id";

    private static final String PROGRESS =
            """
            insert into schedule_progress (schedule_id, legal_entity_id, plain, due_from, recognised_minor, recognised_until)
            select s.id, s.legal_entity_id, s.method = 'DAY' and s.remainder = 'LAST' and s.currency = e.functional_currency,
                   greatest(s.start_date, s.billed_on), 0, s.start_date
            from revenue_schedule s join legal_entity e on e.id = s.legal_entity_id
            where s.id = any(?) and s.amount_minor <> 0
            """;

    private static final Comparator<RevenueSchedule> BY_DAY = Comparator.comparing(RevenueSchedule::legalEntityId)
            .thenComparing(RevenueSchedule::dueFrom)
            .thenComparing(RevenueSchedule::id);

    private static final String COLUMNS =
            "id, legal_entity_id, customer_id, contract_id, order_id, performance_obligation_id,"
                    + " invoice_id, invoice_number, invoice_line_id, product_id, revenue_treatment, currency, net_minor, deferred_minor,"
                    + " amount_minor, method, remainder, start_date, end_date, billed_on, source_event_id, source_position, correlation_id,"
                    + " recorded_at";
    private static final String TYPES = "uuid, text, uuid, uuid, uuid, text,"
            + " uuid, text, uuid, text, text, text, bigint, bigint,"
            + " bigint, text, text, date, date, date, uuid, bigint, text,"
            + " timestamptz";

    private final Database database;
    private final ScheduleChanges changes;
    private final BusinessClock clock;

    @Inject
    public RevenueSchedules(Database database, ScheduleChanges changes, BusinessClock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /** What is looked for; null means any. */
    record Filter(String legalEntityId, UUID customerId, UUID contractId, UUID invoiceId) {}

    /** An invoice that is told by two events is refused by the sub-ledger, in the same transaction. */
    public void add(List<RevenueSchedule> schedules) {
        Instant now = clock.now();
        database.appendNew(
                "revenue_schedule",
                COLUMNS,
                TYPES,
                "invoice_id, invoice_line_id",
                schedules.stream().map(schedule -> row(schedule, now)).toList());
        List<UUID> ids = schedules.stream().map(RevenueSchedule::id).toList();
        if (!ids.isEmpty()) {
            database.update(PROGRESS, ids);
        }
    }

    /** Some that have something to recognise through the date, for this transaction alone; locked in the order of all changes. */
    public List<RevenueSchedule> lockDue(String legalEntityId, LocalDate through, int limit) {
        return bent(database
                .query(
                        """
                        with due as materialized (select schedule_id from schedule_progress
                            where (?::text is null or legal_entity_id = ?) and is_open and due_from <= ? limit ?)
                        select s.*, p.due_from, p.recognised_minor, p.recognised_until
                        from due join schedule_progress p on p.schedule_id = due.schedule_id join revenue_schedule s on s.id = p.schedule_id
                        order by p.schedule_id for update of p
                        """,
                        legalEntityId,
                        legalEntityId,
                        through,
                        limit)
                .list(RevenueSchedules::read)
                .stream()
                .sorted(BY_DAY)
                .toList());
    }

    /** The lines' schedules, for this transaction alone; locked in the order of their ids, as by all. */
    public List<RevenueSchedule> lockLines(Collection<UUID> invoiceLineIds) {
        return bent(database.query(
                        SELECT + " where s.invoice_line_id = any(?) order by s.id for update of s",
                        Set.copyOf(invoiceLineIds))
                .list(RevenueSchedules::read));
    }

    /** All schedules of obligations in the order in which they were billed, for this transaction alone. */
    public List<RevenueSchedule> lockObligations(Collection<String> obligationIds) {
        return bent(database
                .query(
                        SELECT + " where s.performance_obligation_id = any(?) order by s.id for update of s",
                        Set.copyOf(obligationIds))
                .list(RevenueSchedules::read)
                .stream()
                .sorted(Comparator.comparing(RevenueSchedule::ordinal))
                .toList());
    }

    /** Those of a legal entity that are not finished and not plain: their plan is their curve's. */
    public List<RevenueSchedule> unfinishedBent(String legalEntityId) {
        return bent(database.query(
                        SELECT + " where p.legal_entity_id = ? and p.is_open and not p.plain order by s.ordinal",
                        legalEntityId)
                .list(RevenueSchedules::read));
    }

    /** All of a legal entity as they stood then, some at a time. */
    public void each(String legalEntityId, AsOf then, Consumer<RevenueSchedule> consumer) {
        new SchedulesThen(database, changes, this).each(legalEntityId, then, consumer);
    }

    /** With what bends them, and what was recognised of those that must be corrected. */
    private List<RevenueSchedule> bent(List<RevenueSchedule> schedules) {
        Map<UUID, List<Bend>> bends =
                changes.of(schedules.stream().map(RevenueSchedule::id).toList());
        Map<UUID, List<RevenueSchedule.Recognised>> slices = slicesOf(bends.keySet(), AsOf.NOW);
        return schedules.stream()
                .map(schedule -> bends.containsKey(schedule.id())
                        ? schedule.bentBy(bends.get(schedule.id()), slices.getOrDefault(schedule.id(), List.of()))
                        : schedule)
                .toList();
    }

    Map<UUID, List<RevenueSchedule.Recognised>> slicesOf(Collection<UUID> scheduleIds, AsOf then) {
        Map<UUID, List<RevenueSchedule.Recognised>> slices = new HashMap<>();
        database.query(
                        """
                        select r.schedule_id, r.slice_end, r.amount_minor, s.currency
                        from recognised_slice r join revenue_schedule s on s.id = r.schedule_id where r.schedule_id = any(?)
                          and (?::date is null or r.effective_date <= ?) and (?::timestamptz is null or r.recorded_at <= ?)
                        """,
                        scheduleIds,
                        then.effectiveOn(),
                        then.effectiveOn(),
                        then.knownAt(),
                        then.knownAt())
                .list(row -> slices.computeIfAbsent(row.uuid("schedule_id"), id -> new ArrayList<>())
                        .add(new RevenueSchedule.Recognised(
                                row.date("slice_end"), row.money("amount_minor", "currency"))));
        return slices;
    }

    /** Stores what bends schedules; runs will look at them again. */
    public void bend(List<Change> fresh) {
        changes.add(fresh);
    }

    /** The lines of which a document took something. */
    public List<UUID> linesOf(UUID causeId) {
        return changes.linesOf(causeId);
    }

    /** What a document bent, in the order in which it did; restored is the one whose bends it took back, or null. */
    public List<BentLine> bendsBy(UUID causeId, Bend.Kind kind, UUID restored) {
        return changes.by(causeId, kind, restored);
    }

    /** A bend and the invoice line that it concerns. */
    public record BentLine(UUID invoiceLineId, Bend bend) {}

    /** A bend of a schedule that is to be stored. */
    public record Change(RevenueSchedule schedule, Bend bend) {}

    /** How far a schedule is recognised now. */
    public record Progress(UUID scheduleId, long recognisedMinor, LocalDate until, LocalDate dueFrom) {}

    public void keep(List<Object[]> slices) {
        database.append(
                "recognised_slice",
                "schedule_id, slice_start, slice_end, effective_date, amount_minor, run_id, entry_id, recorded_at",
                slices);
    }

    public void moveOn(List<Progress> progress) {
        database.update(
                """
                update schedule_progress s set recognised_minor = p.minor, recognised_until = p.until, due_from = p.due
                from unnest(?::uuid[], ?::bigint[], ?::date[], ?::date[]) as p(id, minor, until, due) where s.schedule_id = p.id
                """,
                progress.stream().map(Progress::scheduleId).toList(),
                progress.stream().map(Progress::recognisedMinor).toList(),
                progress.stream().map(Progress::until).toList(),
                progress.stream().map(Progress::dueFrom).toList());
    }

    List<RevenueSchedule> after(long ordinal, Filter filter, int limit) {
        return database.query(
                        SELECT
                                + """
                         where ordinal > ? and (deferred_minor <> 0 or amount_minor <> 0) and (?::text is null or s.legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
                          and (?::uuid is null or contract_id = ?) and (?::uuid is null or invoice_id = ?)
                        order by ordinal limit ?
                        """,
                        ordinal,
                        filter.legalEntityId(),
                        filter.legalEntityId(),
                        filter.customerId(),
                        filter.customerId(),
                        filter.contractId(),
                        filter.contractId(),
                        filter.invoiceId(),
                        filter.invoiceId(),
                        limit)
                .list(RevenueSchedules::read);
    }

    Optional<RevenueSchedule> find(UUID id) {
        return bent(database.query(SELECT + " where s.id = ?", id).list(RevenueSchedules::read)).stream()
                .findFirst();
    }

    private static Object[] row(RevenueSchedule s, Instant recordedAt) {
        return new Object[] {
            s.id(),
            s.legalEntityId(),
            s.customerId(),
            s.contractId(),
            s.orderId(),
            s.performanceObligationId(),
            s.invoiceId(),
            s.invoiceNumber(),
            s.invoiceLineId(),
            s.productId(),
            s.revenueTreatment(),
            s.amount().currency(),
            s.net().minor(),
            s.deferred().minor(),
            s.amount().minor(),
            s.method(),
            s.remainder(),
            s.start(),
            s.end(),
            s.billedOn(),
            s.sourceEventId(),
            s.sourcePosition(),
            s.correlationId(),
            recordedAt
        };
    }

    static RevenueSchedule read(Row row) {
        return new RevenueSchedule(
                row.uuid("id"),
                row.longValue("ordinal"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.uuid("order_id"),
                row.text("performance_obligation_id"),
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.uuid("invoice_line_id"),
                row.text("product_id"),
                row.text("revenue_treatment"),
                row.money("net_minor", "currency"),
                row.money("deferred_minor", "currency"),
                row.money("amount_minor", "currency"),
                Method.valueOf(row.text("method")),
                Method.Remainder.valueOf(row.text("remainder")),
                row.date("start_date"),
                row.date("end_date"),
                row.date("billed_on"),
                row.money("recognised_minor", "currency"),
                row.date("recognised_until") == null ? row.date("end_date") : row.date("recognised_until"),
                row.date("due_from"),
                List.of(),
                List.of(),
                row.uuid("source_event_id"),
                row.longValue("source_position"),
                row.text("correlation_id"));
    }
}
