package io.counterfoil.ledger.receivable;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was open on any day, as it was known at any time, by how long it was due. */
@Dependent
class Ageing {

    private static final String OPEN =
            """
            with item as (
                select s.item_id, s.legal_entity_id, s.customer_id, s.currency, sum(s.minor) as minor,
                       coalesce(min(i.due_date), min(s.effective_date)) as due_date
                from subledger s left join open_item i on i.invoice_id = s.item_id
                where s.control_kind = 'RECEIVABLES' and s.effective_date <= ? and (?::timestamptz is null or s.recorded_at <= ?)
                  and (?::text is null or s.legal_entity_id = ?) and (?::uuid is null or s.customer_id = ?)
                  and (?::text is null or s.currency = ?)
                group by 1, 2, 3, 4 having sum(s.minor) <> 0
            ), aged as (
                select *, width_bucket(?::date - due_date, ?::bigint[])::int as bucket from item
            )
            """;

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Ageing(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is asked for; null means any, of the day today. */
    record Asked(LocalDate asOf, Instant knownAt, String legalEntityId, UUID customerId, String currency) {
        Asked on(LocalDate day) {
            return new Asked(day, knownAt, legalEntityId, customerId, currency);
        }

        List<Object> parameters(List<Long> starts) {
            List<Object> all = new ArrayList<>();
            all.add(asOf);
            all.add(knownAt);
            all.add(knownAt);
            all.add(legalEntityId);
            all.add(legalEntityId);
            all.add(customerId);
            all.add(customerId);
            all.add(currency);
            all.add(currency);
            all.add(asOf);
            all.add(starts);
            return all;
        }
    }

    /** The last days of the buckets, rising. */
    static List<Integer> bounds(String text) {
        if (!text.matches("\\d{1,4}(,\\d{1,4}){0,9}")) {
            throw new Invalid("?buckets", "must be up to ten rising numbers of days, such as 30,60,90");
        }
        List<Integer> bounds = new ArrayList<>();
        for (String each : text.split(",")) {
            int bound = Integer.parseInt(each);
            if (bound == 0 || !bounds.isEmpty() && bound <= bounds.get(bounds.size() - 1)) {
                throw new Invalid("?buckets", "must rise, from 1 day on");
            }
            bounds.add(bound);
        }
        return bounds;
    }

    ReceivableJson.Ageing of(Asked wanted, List<Integer> bounds, String after, int limit) {
        Asked asked = wanted.asOf() == null ? wanted.on(clock.today(ZoneOffset.UTC)) : wanted;
        List<ReceivableJson.Bucket> buckets = buckets(bounds);
        List<Long> starts = new ArrayList<>(List.of(1L));
        bounds.forEach(bound -> starts.add(bound + 1L));
        List<Aged> rows = rows(asked, starts, after == null ? "" : after, limit + 1);
        List<ReceivableJson.Aged> items = collect(rows, buckets.size(), true);
        String next = items.size() > limit ? Cursor.of(key(items.get(limit - 1))) : null;
        return new ReceivableJson.Ageing(
                asked.asOf(),
                asked.knownAt(),
                buckets,
                items.size() > limit ? items.subList(0, limit) : items,
                next,
                collect(totals(asked, starts), buckets.size(), false));
    }

    private static String key(ReceivableJson.Aged item) {
        return item.legalEntityId() + "/" + item.customerId() + "/" + item.currency();
    }

    private record Aged(String legalEntityId, UUID customerId, String currency, int bucket, Money open) {}

    private List<Aged> rows(Asked asked, List<Long> starts, String after, int limit) {
        List<Object> parameters = asked.parameters(starts);
        parameters.add(after);
        parameters.add(limit);
        return database.query(
                        OPEN
                                + """
                                , keyed as (
                                    select legal_entity_id || '/' || coalesce(customer_id::text, '') || '/' || currency as key, * from aged
                                ), wanted as (select distinct key from keyed where key > ? order by key limit ?)
                                select key, legal_entity_id, customer_id, currency, bucket, sum(minor)::bigint as minor
                                from keyed where key in (select key from wanted) group by 1, 2, 3, 4, 5 order by key
                                """,
                        parameters.toArray())
                .list(Ageing::read);
    }

    private List<Aged> totals(Asked asked, List<Long> starts) {
        return database.query(
                        OPEN
                                + "select legal_entity_id, null::uuid as customer_id, currency, bucket, sum(minor)::bigint as minor"
                                + " from aged group by 1, 3, 4 order by 1, 3",
                        asked.parameters(starts).toArray())
                .list(Ageing::read);
    }

    private static Aged read(Row row) {
        return new Aged(
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.text("currency"),
                row.intValue("bucket"),
                row.money("minor", "currency"));
    }

    private static List<ReceivableJson.Aged> collect(List<Aged> rows, int buckets, boolean byCustomer) {
        Map<List<String>, List<Aged>> groups = new LinkedHashMap<>();
        for (Aged row : rows) {
            String customer = byCustomer ? String.valueOf(row.customerId()) : "";
            groups.computeIfAbsent(List.of(row.legalEntityId(), customer, row.currency()), key -> new ArrayList<>())
                    .add(row);
        }
        return groups.values().stream().map(group -> aged(group, buckets)).toList();
    }

    private static ReceivableJson.Aged aged(List<Aged> group, int buckets) {
        Aged first = group.get(0);
        List<Money> amounts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            amounts.add(Money.zero(first.currency()));
        }
        Money open = Money.zero(first.currency());
        for (Aged each : group) {
            amounts.set(each.bucket(), amounts.get(each.bucket()).plus(each.open()));
            open = open.plus(each.open());
        }
        return new ReceivableJson.Aged(first.legalEntityId(), first.customerId(), first.currency(), open, amounts);
    }

    private static List<ReceivableJson.Bucket> buckets(List<Integer> bounds) {
        List<ReceivableJson.Bucket> buckets = new ArrayList<>();
        buckets.add(new ReceivableJson.Bucket("not due", null, 0));
        int from = 1;
        for (int bound : bounds) {
            buckets.add(new ReceivableJson.Bucket(from + " to " + bound, from, bound));
            from = bound + 1;
        }
        buckets.add(new ReceivableJson.Bucket("over " + (from - 1), from, null));
        return buckets;
    }
}
