package io.counterfoil.ledger.recognition;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Recognises plain schedules by the ten thousand: one statement cuts the slices, keeps them, moves the schedules on and
 * answers what is to be posted. The arithmetic is that of the code ({@code earned_by_day}). No row is locked before it is moved: one that
 * was bent since it was read is left for the next set.
 */
@Dependent
class LargeSets {

    private static final String RECOGNISE =
            """
            with due as materialized (
                select s.id, s.currency, s.product_id, s.revenue_treatment, s.amount_minor, s.start_date, s.end_date, s.billed_on,
                       p.due_from, p.recognised_minor, p.recognised_until, least(s.end_date, ?::date + 1) as until,
                       (date_trunc('month', greatest(p.recognised_until, s.billed_on)::timestamp) + interval '1 month')::date as month_end
                from (select * from schedule_progress
                      where legal_entity_id = ? and plain and is_open and due_from <= ? limit ?) p
                join revenue_schedule s on s.id = p.schedule_id
            ), moved as (
                update schedule_progress p
                set recognised_minor = earned_by_day(d.amount_minor, d.start_date, d.end_date, d.until), recognised_until = d.until,
                    due_from = case when d.until < d.end_date then d.until end
                from due d
                where p.schedule_id = d.id and p.plain and p.is_open and p.due_from = d.due_from and p.recognised_until = d.recognised_until
                returning d.*
            ), slice as materialized (
                select id, currency, product_id, revenue_treatment, recognised_until as slice_start, least(month_end, until) as slice_end,
                       greatest(least(month_end, until) - 1, billed_on) as effective_date,
                       earned_by_day(amount_minor, start_date, end_date, least(month_end, until)) - recognised_minor as minor
                from moved
              union all
                select id, currency, product_id, revenue_treatment, month::date, least((month + interval '1 month')::date, until),
                       greatest(least((month + interval '1 month')::date, until) - 1, billed_on),
                       earned_by_day(amount_minor, start_date, end_date, least((month + interval '1 month')::date, until))
                         - earned_by_day(amount_minor, start_date, end_date, month::date)
                from moved cross join lateral generate_series(month_end::timestamp, (until - 1)::timestamp, interval '1 month') month
                where until > month_end
            ), kept as (
                insert into recognised_slice (schedule_id, slice_start, slice_end, effective_date, amount_minor, run_id, set_id, recorded_at)
                select id, slice_start, slice_end, effective_date, minor, ?, ?, ? from slice where minor <> 0
            )
            select currency, product_id, revenue_treatment, effective_date, sum(minor)::bigint as minor,
                   count(*) filter (where minor <> 0) as slices
            from slice group by 1, 2, 3, 4 order by 4, 1, 2, 3
            """;

    private final Database database;

    @Inject
    LargeSets(Database database) {
        this.database = database;
    }

    /** What many schedules of one product earned, to be posted on one day. */
    record Sum(LocalDate effectiveDate, String productId, String revenueTreatment, Money amount, long slices) {}

    /** Whether so many are due that single entries would say less than they cost. */
    boolean isLarge(String legalEntityId, LocalDate through, int threshold) {
        return database.query(
                        """
                        select count(*) as due from (select 1 from schedule_progress
                            where legal_entity_id = ? and plain and is_open and due_from <= ? limit ?) d
                        """,
                        legalEntityId,
                        through,
                        threshold)
                .one(row -> row.longValue("due") == threshold)
                .orElse(false);
    }

    /** Recognises a set; answers its sums. */
    List<Sum> recognise(UUID setId, RecognitionRun run, String legalEntityId, int limit, Instant at) {
        return database.query(RECOGNISE, run.through(), legalEntityId, run.through(), limit, run.id(), setId, at)
                .list(row -> new Sum(
                        row.date("effective_date"),
                        row.text("product_id"),
                        row.text("revenue_treatment"),
                        row.money("minor", "currency"),
                        row.longValue("slices")));
    }

    void keep(UUID setId, UUID runId, String legalEntityId, long slices, Map<LocalDate, UUID> entries, Instant at) {
        database.update(
                "insert into recognition_set (id, run_id, legal_entity_id, slices, recorded_at) values (?, ?, ?, ?, ?)",
                setId,
                runId,
                legalEntityId,
                slices,
                at);
        database.batch(
                "insert into recognition_set_entry (set_id, effective_date, entry_id) values (?, ?, ?)",
                entries.entrySet().stream()
                        .map(entry -> new Object[] {setId, entry.getKey(), entry.getValue()})
                        .toList());
    }
}
