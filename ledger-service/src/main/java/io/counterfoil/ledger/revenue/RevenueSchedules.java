package io.counterfoil.ledger.revenue;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All revenue schedules; written and moved on in sets. */
@Dependent
class RevenueSchedules {

    private final Database database;
    private final ScheduleChanges changes;
    private final BusinessClock clock;

    @Inject
    RevenueSchedules(Database database, ScheduleChanges changes, BusinessClock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /** What is looked for; null means any. */
    record Filter(String legalEntityId, UUID customerId, UUID contractId, UUID invoiceId) {}

    /** An invoice that is told by two events is refused by the sub-ledger, in the same transaction. */
    void add(List<RevenueSchedule> schedules) {
        Instant now = clock.now();
        database.batch(
                """
                insert into revenue_schedule (id, legal_entity_id, customer_id, contract_id, order_id, performance_obligation_id,
                    invoice_id, invoice_number, invoice_line_id, product_id, revenue_treatment, currency, net_minor, deferred_minor,
                    amount_minor, start_date, end_date, billed_on, recognised_minor, recognised_until, due_from, source_event_id,
                    source_position, correlation_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (invoice_id, invoice_line_id) do nothing
                """,
                schedules.stream().map(schedule -> row(schedule, now)).toList());
    }

    /** Some that have something to recognise through the date, for this transaction alone. */
    List<RevenueSchedule> lockDue(String legalEntityId, LocalDate through, int limit) {
        return bent(database.query(
                        """
                        select * from revenue_schedule
                        where (?::text is null or legal_entity_id = ?) and due_from <= ? and billed_on <= ?
                        order by legal_entity_id, due_from, id limit ? for update
                        """,
                        legalEntityId,
                        legalEntityId,
                        through,
                        through,
                        limit)
                .list(RevenueSchedules::read));
    }

    /** The lines' schedules, for this transaction alone. */
    List<RevenueSchedule> lockLines(Collection<UUID> invoiceLineIds) {
        return bent(database.query(
                        "select * from revenue_schedule where invoice_line_id = any(?) order by id for update",
                        Set.copyOf(invoiceLineIds))
                .list(RevenueSchedules::read));
    }

    /** With what bends them, and what was recognised of those that must be corrected. */
    private List<RevenueSchedule> bent(List<RevenueSchedule> schedules) {
        Map<UUID, List<Bend>> bends =
                changes.of(schedules.stream().map(RevenueSchedule::id).toList());
        Map<UUID, List<RevenueSchedule.Recognised>> slices = slicesOf(bends.keySet());
        return schedules.stream()
                .map(schedule -> bends.containsKey(schedule.id())
                        ? schedule.bentBy(bends.get(schedule.id()), slices.getOrDefault(schedule.id(), List.of()))
                        : schedule)
                .toList();
    }

    private Map<UUID, List<RevenueSchedule.Recognised>> slicesOf(Collection<UUID> scheduleIds) {
        Map<UUID, List<RevenueSchedule.Recognised>> slices = new HashMap<>();
        database.query(
                        """
                        select r.schedule_id, r.slice_end, r.amount_minor, s.currency
                        from recognised_slice r join revenue_schedule s on s.id = r.schedule_id where r.schedule_id = any(?)
                        """,
                        scheduleIds)
                .list(row -> slices.computeIfAbsent(row.uuid("schedule_id"), id -> new ArrayList<>())
                        .add(new RevenueSchedule.Recognised(
                                row.date("slice_end"), row.money("amount_minor", "currency"))));
        return slices;
    }

    /** How far a schedule is recognised now. */
    record Progress(UUID scheduleId, long recognisedMinor, LocalDate until, LocalDate dueFrom) {}

    void keep(List<Object[]> slices) {
        database.batch(
                """
                insert into recognised_slice (schedule_id, slice_start, slice_end, effective_date, amount_minor, run_id, entry_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                slices);
    }

    void moveOn(List<Progress> progress) {
        database.update(
                """
                update revenue_schedule s set recognised_minor = p.minor, recognised_until = p.until, due_from = p.due
                from unnest(?::uuid[], ?::bigint[], ?::date[], ?::date[]) as p(id, minor, until, due) where s.id = p.id
                """,
                progress.stream().map(Progress::scheduleId).toList(),
                progress.stream().map(Progress::recognisedMinor).toList(),
                progress.stream().map(Progress::until).toList(),
                progress.stream().map(Progress::dueFrom).toList());
    }

    List<RevenueSchedule> after(long ordinal, Filter filter, int limit) {
        return database.query(
                        """
                        select * from revenue_schedule
                        where ordinal > ? and (deferred_minor <> 0 or amount_minor <> 0) and (?::text is null or legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
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
        return bent(database.query("select * from revenue_schedule where id = ?", id)
                        .list(RevenueSchedules::read))
                .stream()
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
            s.start(),
            s.end(),
            s.billedOn(),
            s.recognised().minor(),
            s.recognisedUntil(),
            s.dueFrom(),
            s.sourceEventId(),
            s.sourcePosition(),
            s.correlationId(),
            recordedAt
        };
    }

    private static RevenueSchedule read(Row row) {
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
                row.date("start_date"),
                row.date("end_date"),
                row.date("billed_on"),
                row.money("recognised_minor", "currency"),
                row.date("recognised_until"),
                row.date("due_from"),
                List.of(),
                List.of(),
                row.uuid("source_event_id"),
                row.longValue("source_position"),
                row.text("correlation_id"));
    }
}
