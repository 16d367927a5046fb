package io.counterfoil.billing.usage;

import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The usage records, appended in chunks: what is there already is looked for, the rest is copied. */
@Dependent
class UsageRecords {

    /** More than a chunk has. */
    private static final long NUMBERS_A_CHUNK = 10_000;

    /** A plan that was made while there were few records must not stay for a million. */
    private static final String BY_INDEX = "select set_config('enable_seqscan', 'off', true)";

    private final Database database;

    @Inject
    UsageRecords(Database database) {
        this.database = database;
    }

    /** A record that can be kept. */
    record Kept(UsageEntry entry, Quantity quantity, Instant usedAt, LocalDate usedOn, boolean parked) {}

    /**
     * Keeps what is not there yet; returns the indexes of those that were new.
     *
     * @throws DatabaseFailure where somebody else has kept one of them meanwhile; then it is there when this is asked again
     */
    Set<Integer> append(List<Kept> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        long first = database.query("select nextval('usage_chunk') as chunk")
                        .one(row -> row.longValue("chunk"))
                        .orElseThrow()
                * NUMBERS_A_CHUNK;
        Set<Integer> fresh = fresh(records);
        database.append(
                "usage_record",
                "seq, subscription_id, meter_id, key, quantity, used_at, used_on, value, parked",
                fresh.stream().map(nth -> row(records.get(nth), first + nth)).toList());
        return fresh;
    }

    /** The first of each key, unless it is there already; in the order of the keys, since the index is filled faster so. */
    private Set<Integer> fresh(List<Kept> records) {
        Map<Key, Integer> firsts = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            firsts.putIfAbsent(Key.of(records.get(i).entry()), i);
        }
        List<Key> keys = List.copyOf(firsts.keySet());
        database.query(BY_INDEX).list(row -> row);
        database.query(
                        """
                        select r.nth::integer - 1 as nth
                          from unnest(?::uuid[], ?::text[], ?::text[]) with ordinality as r (subscription_id, meter_id, key, nth)
                         cross join lateral (select 1 from usage_record u where u.subscription_id = r.subscription_id
                                                and u.meter_id = r.meter_id and u.key = r.key limit 1) known
                        """,
                        column(keys, Key::subscriptionId),
                        column(keys, Key::meterId),
                        column(keys, Key::key))
                .list(row -> firsts.remove(keys.get(row.intValue("nth"))));
        return new LinkedHashSet<>(firsts.values());
    }

    /** What a record is known by. */
    private record Key(UUID subscriptionId, String meterId, String key) implements Comparable<Key> {

        static Key of(UsageEntry entry) {
            return new Key(entry.subscriptionId(), entry.meterId(), entry.key());
        }

        @Override
        public int compareTo(Key other) {
            int bySubscription = subscriptionId.compareTo(other.subscriptionId);
            int byMeter = bySubscription != 0 ? bySubscription : meterId.compareTo(other.meterId);
            return byMeter != 0 ? byMeter : key.compareTo(other.key);
        }
    }

    private static Object[] row(Kept kept, long seq) {
        return new Object[] {
            seq,
            kept.entry().subscriptionId(),
            kept.entry().meterId(),
            kept.entry().key(),
            kept.quantity().value(),
            kept.usedAt(),
            kept.usedOn(),
            kept.entry().value(),
            kept.parked()
        };
    }

    private static <R, T> List<T> column(List<R> records, Function<R, T> of) {
        List<T> values = new ArrayList<>(records.size());
        records.forEach(kept -> values.add(of.apply(kept)));
        return values;
    }

    /** Which of these records, that are there, say something else; by subscription, meter and key. */
    boolean saysTheSame(Kept kept) {
        return database.query(
                        """
                        select quantity = ? and value is not distinct from ?::text and (used_at = ? or ?) as same
                          from usage_record where subscription_id = ? and meter_id = ? and key = ?
                        """,
                        kept.quantity().value(),
                        kept.entry().value(),
                        kept.usedAt(),
                        kept.entry().usedAt() == null,
                        kept.entry().subscriptionId(),
                        kept.entry().meterId(),
                        kept.entry().key())
                .one(row -> row.bool("same"))
                .orElse(true);
    }

    /** The meters of these subscriptions, by subscription; a subscription without a meter is there, with none. */
    Map<UUID, Map<String, Metering>> meterings(Collection<UUID> subscriptionIds, Map<String, Meter> meters) {
        Map<UUID, Map<String, Metering>> found = new HashMap<>();
        database.query(
                        """
                        select s.subscription_id, a.legal_entity_id, a.contract_id, coalesce(a.time_zone, e.time_zone) as time_zone, p.meter_id, c.start_date, c.end_date, c.anchor,
                               c.billing_period, c.billed_through
                          from subscription s
                          join agreement a using (agreement_id)
                          join legal_entity e using (legal_entity_id)
                          left join order_charge c on c.subscription_id = s.subscription_id and c.kind = 'USAGE'
                          left join plan_charge p
                            on p.plan_id = c.plan_id and p.version = c.plan_version and p.charge_id = c.charge_id
                         where s.subscription_id = any(?)
                         order by c.start_date
                        """,
                        subscriptionIds)
                .list(row -> {
                    Map<String, Metering> ofSubscription =
                            found.computeIfAbsent(row.uuid("subscription_id"), any -> new HashMap<>());
                    String meterId = row.text("meter_id");
                    if (meterId != null) {
                        ofSubscription.merge(meterId, metering(row, meters.get(meterId)), UsageRecords::continued);
                    }
                    return meterId;
                });
        return found;
    }

    private static Metering metering(Row row, Meter meter) {
        return new Metering(
                row.uuid("subscription_id"),
                Scope.of(row.text("legal_entity_id"), row.uuid("contract_id")),
                meter,
                ZoneId.of(row.text("time_zone")),
                row.date("start_date"),
                row.date("end_date"),
                row.date("anchor"),
                BillingPeriod.valueOf(row.text("billing_period")),
                row.date("billed_through"));
    }

    /** A charge that followed on another of the same meter. */
    private static Metering continued(Metering before, Metering after) {
        return new Metering(
                after.subscriptionId(),
                after.scope(),
                after.meter(),
                after.zone(),
                before.start(),
                after.end(),
                after.anchor(),
                after.rhythm(),
                after.billedThrough());
    }
}
