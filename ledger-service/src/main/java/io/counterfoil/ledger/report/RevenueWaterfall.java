package io.counterfoil.ledger.report;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.schedule.AsOf;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was recognised by month, and what the schedules plan from where they stand. */
@Dependent
class RevenueWaterfall {

    private static final String RECOGNISED =
            """
            select s.product_id, s.currency, to_char(r.effective_date, 'YYYY-MM') as month, sum(r.amount_minor)::bigint as minor
            from recognised_slice r join revenue_schedule s on s.id = r.schedule_id
            where s.legal_entity_id = ? and r.effective_date >= ? and r.effective_date < ?
              and (?::timestamptz is null or r.recorded_at <= ?) and (?::date is null or r.effective_date <= ?)
            group by 1, 2, 3
            """;

    private static final String PLANNED =
            """
            select s.product_id, s.currency, to_char(m.month, 'YYYY-MM') as month,
                   sum(earned_by_day(s.amount_minor, s.start_date, s.end_date, m.until)
                       - case when m.first then p.recognised_minor
                              else earned_by_day(s.amount_minor, s.start_date, s.end_date, m.month) end)::bigint as minor
            from schedule_progress p join revenue_schedule s on s.id = p.schedule_id
            cross join lateral (
                select month::date, case when month = ?::date then date '9999-01-01' else (month + interval '1 month')::date end as until,
                       row_number() over (order by month) = 1 as first
                from generate_series(greatest(date_trunc('month', ?::date::timestamp), date_trunc('month', p.due_from::timestamp)),
                                     ?::date::timestamp, interval '1 month') month
                where month < greatest(s.end_date, p.due_from + 1)) m
            where p.legal_entity_id = ? and p.is_open and p.plain
            group by 1, 2, 3
            """;

    private final Database database;
    private final RevenueSchedules schedules;

    @Inject
    RevenueWaterfall(Database database, RevenueSchedules schedules) {
        this.database = database;
        this.schedules = schedules;
    }

    ReportJson.Waterfall of(String legalEntityId, YearMonth from, int months, AsOf asOf) {
        YearMonth end = from.plusMonths(months);
        Map<Row, Map<String, Money>> recognised = new TreeMap<>();
        Map<Row, Map<String, Money>> planned = new TreeMap<>();
        database.query(
                        RECOGNISED,
                        legalEntityId,
                        from.atDay(1),
                        end.atDay(1),
                        asOf.knownAt(),
                        asOf.knownAt(),
                        asOf.effectiveOn(),
                        asOf.effectiveOn())
                .list(row ->
                        add(recognised, row.text("product_id"), row.text("month"), row.money("minor", "currency")));
        if (asOf.isPast()) {
            schedules.each(legalEntityId, asOf, schedule -> plan(schedule, end, planned));
        } else {
            database.query(PLANNED, end.atDay(1), from.atDay(1), end.atDay(1), legalEntityId)
                    .list(row ->
                            add(planned, row.text("product_id"), row.text("month"), row.money("minor", "currency")));
            schedules.unfinishedBent(legalEntityId).forEach(schedule -> plan(schedule, end, planned));
        }
        planned.keySet().forEach(row -> recognised.computeIfAbsent(row, key -> new TreeMap<>()));
        List<ReportJson.WaterfallRow> rows = recognised.keySet().stream()
                .map(row -> row(row, from, months, recognised.get(row), planned.getOrDefault(row, Map.of())))
                .toList();
        return new ReportJson.Waterfall(legalEntityId, from.atDay(1), months, asOf.effectiveOn(), asOf.knownAt(), rows);
    }

    private static void plan(RevenueSchedule schedule, YearMonth end, Map<Row, Map<String, Money>> planned) {
        for (RevenueSchedule.Slice slice :
                schedule.due(LocalDate.MAX.minusYears(1)).slices()) {
            YearMonth month = YearMonth.from(slice.effectiveDate());
            add(planned, schedule.productId(), (month.isAfter(end) ? end : month).toString(), slice.amount());
        }
    }

    private static Money add(Map<Row, Map<String, Money>> to, String productId, String month, Money amount) {
        return to.computeIfAbsent(new Row(productId, amount.currency()), row -> new TreeMap<>())
                .merge(month, amount, Money::plus);
    }

    private static ReportJson.WaterfallRow row(
            Row row, YearMonth from, int months, Map<String, Money> recognised, Map<String, Money> planned) {
        Money none = Money.zero(row.currency());
        Money total = none;
        List<ReportJson.WaterfallMonth> items = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            String month = from.plusMonths(i).toString();
            Money done = recognised.getOrDefault(month, none);
            Money plan = planned.getOrDefault(month, none);
            items.add(new ReportJson.WaterfallMonth(month, done, plan));
            total = total.plus(done).plus(plan);
        }
        Money later = planned.getOrDefault(from.plusMonths(months).toString(), none);
        return new ReportJson.WaterfallRow(row.productId(), row.currency(), items, later, total.plus(later));
    }

    private record Row(String productId, String currency) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byProduct = productId.compareTo(other.productId);
            return byProduct == 0 ? currency.compareTo(other.currency) : byProduct;
        }
    }
}
