package io.counterfoil.billing.subscription;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of the subscriptions. */
@Dependent
class SubscriptionRows {

    /** What begins without a bill; what is held, or billed on its first day, is the billing run's. */
    private static final String UNBILLED =
            """
            subscription s join agreement a using (agreement_id) join legal_entity e using (legal_entity_id)
             where s.state in ('PENDING', 'TRIAL')
               and not exists (select 1 from order_charge c where c.subscription_id = s.subscription_id
                                  and (c.held or c.next_due <= coalesce(s.trial_end, s.start_date)))
            """;

    private final Database database;
    private final SubscriptionTrail trail;

    @Inject
    SubscriptionRows(Database database, SubscriptionTrail trail) {
        this.trail = trail;
        this.database = database;
    }

    /** New numbers, for people: unique, not gapless. */
    List<String> numbers(int count) {
        return database.query("select nextval('subscription_number') n from generate_series(1, ?)", count)
                .list(row -> String.format("S-%06d", row.longValue("n")));
    }

    void addAll(List<Subscription> subscriptions) {
        database.append(
                "subscription",
                """
                subscription_id, subscription_number, agreement_id, line_id, product_id, plan_id, plan_version, start_date,
                end_date, trial_end, term_end, bundle_id, quantity, unit_price, base_quantity, billing_period, state, version
                """,
                subscriptions.stream().map(SubscriptionRows::row).toList());
    }

    Map<UUID, List<Subscription>> of(Collection<UUID> agreementIds) {
        return database
                .query(
                        "select * from subscription where agreement_id = any(?) order by subscription_number",
                        agreementIds)
                .list(SubscriptionRows::read)
                .stream()
                .collect(Collectors.groupingBy(Subscription::agreementId));
    }

    Optional<Subscription> byId(UUID id) {
        return database.query("select * from subscription where subscription_id = ?", id)
                .one(SubscriptionRows::read);
    }

    /** A page in the order of their ids; a filter that is null does not filter. */
    List<Subscription> page(SubscriptionFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select s.* from subscription s join agreement a using (agreement_id)
                         where (?::uuid is null or s.subscription_id > ?) and (?::uuid is null or a.customer_id = ?)
                           and (?::uuid is null or a.order_id = ?) and (?::text is null or s.state = ?)
                         order by s.subscription_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.orderId(),
                        filter.orderId(),
                        filter.state(),
                        filter.state(),
                        limit)
                .list(SubscriptionRows::read);
    }

    /** The earliest end of a running term, by legal entity. */
    Map<String, LocalDate> nextEnd() {
        return database
                .query(
                        """
                        select a.legal_entity_id, min(s.end_date) as next_end
                          from subscription s join agreement a using (agreement_id)
                         where s.state = 'ACTIVE' and s.end_date is not null and a.time_zone is null
                           and not exists (select 1 from subscription_change c where c.subscription_id = s.subscription_id
                                              and c.kind = 'CANCEL' and c.taken_back_at is null)
                         group by a.legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next_end")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The next moment at which a term ends for a customer in a time zone of its own. */
    Optional<Instant> nextEndElsewhere() {
        return database.query(
                        """
                        select next from (
                            select min(s.end_date::timestamp at time zone a.time_zone) as next
                              from agreement a join subscription s using (agreement_id)
                             where a.time_zone is not null and s.state = 'ACTIVE' and s.end_date is not null
                               and not exists (select 1 from subscription_change c where c.subscription_id = s.subscription_id
                                                  and c.kind = 'CANCEL' and c.taken_back_at is null)) n
                         where next is not null
                        """)
                .one(row -> row.instant("next"));
    }

    /** Moves every subscription of the entity whose term is over, once all its periods are billed. */
    int expire(String legalEntityId, LocalDate day, Instant now) {
        return database.update(
                """
                update subscription s set state = 'EXPIRED', version = version + 1
                 where state = 'ACTIVE' and end_date <= ?::date + 2 -- no place is further ahead
                   and exists (select 1 from agreement a where a.agreement_id = s.agreement_id and a.legal_entity_id = ?
                                  and s.end_date <= case when a.time_zone is null then ?::date
                                                         else (?::timestamptz at time zone a.time_zone)::date end)
                   and not exists (select 1 from subscription_change c where c.subscription_id = s.subscription_id
                                      and c.kind = 'CANCEL' and c.taken_back_at is null)
                """,
                day,
                legalEntityId,
                day,
                now);
    }

    /** Begins the trials whose first day has come where the customer lives; returns how many. */
    int beginTrials(Instant now) {
        List<UUID> begun = database.query(
                        """
                update subscription s set state = 'TRIAL', version = s.version + 1
                  from agreement a join legal_entity e using (legal_entity_id)
                 where a.agreement_id = s.agreement_id and s.state = 'PENDING' and s.trial_end is not null
                   and s.start_date <= (?::timestamptz at time zone coalesce(a.time_zone, e.time_zone))::date
                   and s.trial_end > (?::timestamptz at time zone coalesce(a.time_zone, e.time_zone))::date
                returning s.subscription_id
                """,
                        now,
                        now)
                .list(row -> row.uuid("subscription_id"));
        trail.trialsBegan(begun);
        return begun.size();
    }

    Optional<UUID> beginsUnbilled(Instant now) {
        return database.query(
                        "select s.subscription_id from " + UNBILLED
                                + """
                                 and coalesce(s.trial_end, s.start_date)
                                     <= (?::timestamptz at time zone coalesce(a.time_zone, e.time_zone))::date limit 1
                                """,
                        now)
                .one(row -> row.uuid("subscription_id"));
    }

    Optional<Instant> nextBeginning() {
        return database.query(
                        """
                        select next from (select min(next) as next from (
                            select s.start_date::timestamp at time zone coalesce(a.time_zone, e.time_zone) as next
                              from subscription s join agreement a using (agreement_id) join legal_entity e using (legal_entity_id)
                             where s.state = 'PENDING' and s.trial_end is not null
                            union all
                            select coalesce(s.trial_end, s.start_date)::timestamp at time zone coalesce(a.time_zone, e.time_zone) from
                        """
                                + UNBILLED + ") beginnings) n where next is not null")
                .one(row -> row.instant("next"));
    }

    /** Writes the new states; every row must still be at the version before. */
    void move(List<Subscription> subscriptions) {
        if (subscriptions.isEmpty()) {
            return;
        }
        int moved = database.update(
                """
                update subscription s set state = moved.state, version = moved.version
                  from unnest(?::uuid[], ?::text[], ?::bigint[]) as moved (subscription_id, state, version)
                 where s.subscription_id = moved.subscription_id and s.version = moved.version - 1
                """,
                subscriptions.stream().map(Subscription::subscriptionId).toList(),
                subscriptions.stream().map(Subscription::state).toList(),
                subscriptions.stream().map(Subscription::version).toList());
        if (moved != subscriptions.size()) {
            throw new IllegalStateException("a subscription was changed meanwhile");
        }
    }

    /** Writes a subscription that begins because its day has come. */
    void begin(Subscription before, Subscription begun) {
        move(List.of(begun));
        trail.changed(before, begun);
    }

    /** Writes all of a subscription that a change may touch; the row must still be at the version before. */
    void amend(Subscription before, Subscription s) {
        int changed = database.update(
                """
                update subscription set product_id = ?, plan_id = ?, plan_version = ?, end_date = ?, quantity = ?,
                       unit_price = ?, base_quantity = ?, billing_period = ?, state = ?, version = ?
                 where subscription_id = ? and version = ?
                """,
                s.productId(),
                s.planId(),
                s.planVersion(),
                s.endDate(),
                s.quantity().value(),
                s.unitPrice().value(),
                s.unitPrice().baseQuantity(),
                s.billingPeriod().text(),
                s.state(),
                s.version(),
                s.subscriptionId(),
                s.version() - 1);
        if (changed != 1) {
            throw new IllegalStateException("a subscription was changed meanwhile");
        }
        trail.changed(before, s);
    }

    private static Object[] row(Subscription s) {
        return new Object[] {
            s.subscriptionId(),
            s.number(),
            s.agreementId(),
            s.lineId(),
            s.productId(),
            s.planId(),
            s.planVersion(),
            s.startDate(),
            s.endDate(),
            s.trialEnd(),
            s.termEnd(),
            s.bundleId(),
            s.quantity().value(),
            s.unitPrice().value(),
            s.unitPrice().baseQuantity(),
            s.billingPeriod().text(),
            s.state(),
            s.version()
        };
    }

    private static Subscription read(Row row) {
        return new Subscription(
                row.uuid("subscription_id"),
                row.text("subscription_number"),
                row.uuid("agreement_id"),
                row.uuid("line_id"),
                row.text("product_id"),
                row.text("plan_id"),
                row.intValue("plan_version"),
                row.date("start_date"),
                row.date("end_date"),
                row.date("trial_end"),
                row.date("term_end"),
                row.uuid("bundle_id"),
                new Quantity(row.decimal("quantity")),
                new UnitPrice(row.decimal("unit_price"), row.decimal("base_quantity")),
                BillingPeriod.valueOf(row.text("billing_period")),
                SubscriptionState.valueOf(row.text("state")),
                row.intValue("version"));
    }
}
