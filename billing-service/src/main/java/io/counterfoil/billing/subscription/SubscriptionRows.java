package io.counterfoil.billing.subscription;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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

    private final Database database;

    @Inject
    SubscriptionRows(Database database) {
        this.database = database;
    }

    /** New numbers, for people: unique, not gapless. */
    List<String> numbers(int count) {
        return database.query("select nextval('subscription_number') n from generate_series(1, ?)", count)
                .list(row -> String.format("S-%06d", row.longValue("n")));
    }

    void addAll(List<Subscription> subscriptions) {
        database.batch(
                """
                insert into subscription (subscription_id, subscription_number, agreement_id, line_id, product_id, plan_id,
                    plan_version, start_date, end_date, quantity, unit_price, base_quantity, billing_period, state, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                         where s.state = 'ACTIVE' and s.end_date is not null group by a.legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next_end")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Moves every subscription of the entity whose term is over, once all its periods are billed. */
    int expire(String legalEntityId, LocalDate day) {
        return database.update(
                """
                update subscription s set state = 'EXPIRED', version = version + 1
                 where state = 'ACTIVE' and end_date <= ?
                   and exists (select 1 from agreement a where a.agreement_id = s.agreement_id and a.legal_entity_id = ?)
                """,
                day,
                legalEntityId);
    }

    /** Writes the new states; every row must still be at the version before. */
    void move(List<Subscription> subscriptions) {
        int moved = database.batch(
                "update subscription set state = ?, version = ? where subscription_id = ? and version = ?",
                subscriptions.stream()
                        .map(s -> new Object[] {s.state(), s.version(), s.subscriptionId(), s.version() - 1})
                        .toList());
        if (moved != subscriptions.size()) {
            throw new IllegalStateException("a subscription was changed meanwhile");
        }
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
                new Quantity(row.decimal("quantity")),
                new UnitPrice(row.decimal("unit_price"), row.decimal("base_quantity")),
                BillingPeriod.valueOf(row.text("billing_period")),
                SubscriptionState.valueOf(row.text("state")),
                row.intValue("version"));
    }
}
