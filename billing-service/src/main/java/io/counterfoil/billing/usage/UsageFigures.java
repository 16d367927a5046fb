package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.Consumption;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the records come to: one statement for each way of counting, however many are asked about. */
@Dependent
class UsageFigures {

    private static final String RECORDS =
            """
              from unnest(?::bigint[], ?::uuid[], ?::text[], ?::date[], ?::date[]) w(n, subscription_id, meter_id, from_day, to_day)
              join usage_record r on r.subscription_id = w.subscription_id and r.meter_id = w.meter_id
                                 and r.used_on >= w.from_day and r.used_on < w.to_day and not r.parked
            """;

    private final Database database;

    @Inject
    UsageFigures(Database database) {
        this.database = database;
    }

    /** The answers, in the order of the questions; where nothing was used, nothing. */
    List<Consumption> of(List<Wanted> wanted) {
        Map<Aggregation, List<Integer>> groups = new EnumMap<>(Aggregation.class);
        for (int i = 0; i < wanted.size(); i++) {
            groups.computeIfAbsent(wanted.get(i).meter().aggregation(), any -> new ArrayList<>())
                    .add(i);
        }
        Map<Integer, Consumption> found = new HashMap<>();
        groups.forEach((aggregation, places) -> found.putAll(ask(aggregation, places, wanted)));
        List<Consumption> answers = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            answers.add(found.getOrDefault(i, Consumption.of(Quantity.ZERO)));
        }
        return answers;
    }

    private Map<Integer, Consumption> ask(Aggregation aggregation, List<Integer> places, List<Wanted> wanted) {
        List<Long> numbers = new ArrayList<>();
        List<UUID> subscriptions = new ArrayList<>();
        List<String> meters = new ArrayList<>();
        List<LocalDate> from = new ArrayList<>();
        List<LocalDate> to = new ArrayList<>();
        boolean singly = false;
        for (int place : places) {
            Wanted one = wanted.get(place);
            numbers.add((long) place);
            subscriptions.add(one.subscriptionId());
            meters.add(one.meter().meterId());
            from.add(one.period().start());
            to.add(one.period().end());
            singly |= one.singly();
        }
        Map<Integer, Consumption> found = new HashMap<>();
        database.query(statement(aggregation, singly), numbers, subscriptions, meters, from, to)
                .list(row ->
                        found.put((int) row.longValue("n"), consumption(row, wanted.get((int) row.longValue("n")))));
        return found;
    }

    private static String statement(Aggregation aggregation, boolean singly) {
        String events = singly ? "string_agg(r.quantity::text, ' ' order by r.used_at, r.seq)" : "null";
        return switch (aggregation) {
            case SUM -> grouped("sum(r.quantity)", events);
            case COUNT -> grouped("sum(case when r.quantity < 0 then -1 else 1 end)::numeric", events);
            case MAX -> grouped("max(r.quantity)", events);
            case LATEST -> grouped("(array_agg(r.quantity order by r.used_at desc, r.seq desc))[1]", events);
            case UNIQUE ->
                "select n, count(*)::numeric quantity, count(*) events, null amounts from (select w.n, r.value"
                        + RECORDS + " group by w.n, r.value having sum(r.quantity) > 0) v group by n";
            case LATEST_EVER ->
                """
                    select w.n, r.quantity, 1 events, null amounts
                      from unnest(?::bigint[], ?::uuid[], ?::text[], ?::date[], ?::date[]) w(n, subscription_id, meter_id, from_day, to_day)
                     cross join lateral (
                           select quantity from usage_record u
                            where u.subscription_id = w.subscription_id and u.meter_id = w.meter_id and u.used_on < w.to_day
                              and not u.parked and w.from_day is not null
                            order by u.used_on desc, u.used_at desc, u.seq desc limit 1) r
                    """;
        };
    }

    private static String grouped(String quantity, String amounts) {
        return "select w.n, " + quantity + " quantity, count(*) events, " + amounts + " amounts" + RECORDS
                + " group by w.n";
    }

    /** Corrections may take back more than there was; below nothing there is nothing to price. */
    private static Consumption consumption(Row row, Wanted wanted) {
        Quantity quantity = new Quantity(row.decimal("quantity"));
        Quantity priced = quantity.isNegative() ? Quantity.ZERO : quantity;
        String amounts = row.text("amounts");
        List<Quantity> singly = amounts == null || !wanted.singly()
                ? List.of()
                : Arrays.stream(amounts.split(" ")).map(Quantity::of).toList();
        return new Consumption(priced, priced, row.longValue("events"), singly);
    }
}
