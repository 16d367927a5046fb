package io.counterfoil.ledger.schedule;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Schedules as they stood effective on a day, as known at a time: with what bent them then, and what was recognised then. */
@Dependent
class SchedulesThen {

    private static final int PAGE = 2_000;

    private static final String THEN =
            """
            with wanted as (select ?::date as day, ?::timestamptz as known)
            select s.*, s.start_date as due_from, r.recognised_minor, r.recognised_until
            from wanted w cross join revenue_schedule s
            cross join lateral (
                select coalesce(sum(amount_minor), 0)::bigint as recognised_minor, coalesce(max(slice_end), s.start_date) as recognised_until
                from recognised_slice where schedule_id = s.id and (w.day is null or effective_date <= w.day)
                  and (w.known is null or recorded_at <= w.known)) r
            where (w.day is null or s.billed_on <= w.day) and (w.known is null or s.recorded_at <= w.known)
            """;

    private final Database database;
    private final ScheduleChanges changes;
    private final RevenueSchedules schedules;

    @Inject
    SchedulesThen(Database database, ScheduleChanges changes, RevenueSchedules schedules) {
        this.database = database;
        this.changes = changes;
        this.schedules = schedules;
    }

    List<RevenueSchedule> after(long ordinal, RevenueSchedules.Filter filter, AsOf then, int limit) {
        return bent(
                database.query(
                                THEN
                                        + """
                                          and s.ordinal > ? and (s.deferred_minor <> 0 or s.amount_minor <> 0)
                                          and (?::text is null or s.legal_entity_id = ?) and (?::uuid is null or s.customer_id = ?)
                                          and (?::uuid is null or s.contract_id = ?) and (?::uuid is null or s.invoice_id = ?)
                                        order by s.ordinal limit ?
                                        """,
                                then.effectiveOn(),
                                then.knownAt(),
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
                        .list(RevenueSchedules::read),
                then);
    }

    Optional<RevenueSchedule> find(UUID id, AsOf then) {
        return bent(
                        database.query(THEN + " and s.id = ?", then.effectiveOn(), then.knownAt(), id)
                                .list(RevenueSchedules::read),
                        then)
                .stream()
                .findFirst();
    }

    /** All of a legal entity, some at a time. */
    void each(String legalEntityId, AsOf then, Consumer<RevenueSchedule> consumer) {
        RevenueSchedules.Filter filter = new RevenueSchedules.Filter(legalEntityId, null, null, null);
        long last = 0;
        List<RevenueSchedule> page;
        do {
            page = after(last, filter, then, PAGE);
            page.forEach(consumer);
            last = page.isEmpty() ? last : page.get(page.size() - 1).ordinal();
        } while (page.size() == PAGE);
    }

    private List<RevenueSchedule> bent(List<RevenueSchedule> found, AsOf then) {
        List<UUID> ids = found.stream().map(RevenueSchedule::id).toList();
        Map<UUID, List<Bend>> bends = changes.of(ids, then);
        Map<UUID, List<RevenueSchedule.Recognised>> slices = schedules.slicesOf(ids, then);
        return found.stream()
                .map(schedule -> schedule.bentBy(
                        bends.getOrDefault(schedule.id(), List.of()), slices.getOrDefault(schedule.id(), List.of())))
                .toList();
    }
}
