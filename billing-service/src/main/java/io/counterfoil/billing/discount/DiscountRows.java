package io.counterfoil.billing.discount;

import io.counterfoil.billing.plan.PlanJson.DiscountJson;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The discounts of single subscriptions, and what discounts and promises must know of subscriptions. */
@Dependent
class DiscountRows {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    DiscountRows(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A discount of a subscription as it was granted. */
    record Kept(UUID subscriptionId, String chargeId, LocalDate began, DiscountJson discount) {
        GrantedDiscount granted() {
            return new GrantedDiscount(subscriptionId, chargeId, began, discount.discount());
        }
    }

    Map<UUID, Account> accounts(Collection<UUID> subscriptionIds) {
        return database
                .query(
                        """
                        select s.*, a.legal_entity_id, a.contract_id from subscription s join agreement a using (agreement_id)
                         where s.subscription_id = any(?)
                        """,
                        subscriptionIds)
                .list(row -> new Account(
                        row.uuid("subscription_id"),
                        Scope.of(row.text("legal_entity_id"), row.uuid("contract_id")),
                        row.date("start_date"),
                        row.date("end_date"),
                        BillingPeriod.valueOf(row.text("billing_period"))))
                .stream()
                .collect(Collectors.toMap(Account::subscriptionId, account -> account));
    }

    /** The currency in which a subscription is billed; empty where there is none. */
    Optional<String> currency(UUID subscriptionId) {
        return database.query(
                        "select a.currency from subscription s join agreement a using (agreement_id) where s.subscription_id = ?",
                        subscriptionId)
                .one(row -> row.text("currency"));
    }

    List<Kept> of(Collection<UUID> subscriptionIds) {
        return database.query(
                        """
                        select * from subscription_discount where subscription_id = any(?)
                         order by subscription_id, granted_at, discount_id
                        """,
                        subscriptionIds)
                .list(DiscountRows::read);
    }

    /** False when the subscription has one of that id. */
    boolean add(Kept kept) {
        return database.update(
                        """
                        insert into subscription_discount (subscription_id, discount_id, charge_id, began_on, discount, granted_at)
                        values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
                        """,
                        kept.subscriptionId(),
                        kept.discount().discountId(),
                        kept.chargeId(),
                        kept.began(),
                        Json.write(kept.discount()),
                        clock.now())
                == 1;
    }

    /** What was billed of a subscription for the periods that begin within a span, as it was sold. */
    Money billed(UUID subscriptionId, ServicePeriod span, String currency) {
        return database.query(
                        """
                        select coalesce(sum(l.net_minor + case when l.price_includes_tax then l.tax_minor else 0 end), 0)::bigint as sold
                          from order_charge c join invoice_line l on l.order_charge_id = c.order_charge_id
                         where c.subscription_id = ? and not l.voided and l.type in ('RECURRING', 'USAGE', 'REPAIR')
                           and l.period_start >= ? and l.period_start < ?
                        """,
                        subscriptionId,
                        span.start(),
                        span.end())
                .one(row -> Money.ofMinor(row.longValue("sold"), currency))
                .orElse(Money.zero(currency));
    }

    /** What had come off these lines, by line; those of which nothing came off are left out. */
    Map<UUID, TakenOff> takenOff(Collection<UUID> lineIds) {
        Map<UUID, TakenOff> found = new HashMap<>();
        database.query(
                        """
                        select l.line_id, l.item_id, i.currency, d.item_id as off_item,
                               d.line_id as off_line, d.description,
                               l.net_minor + case when l.price_includes_tax then l.tax_minor else 0 end as sold_minor,
                               -d.net_minor - case when d.price_includes_tax then d.tax_minor else 0 end as off_minor,
                               priced_reduction(l.line_id) as reduced_minor
                          from invoice_line l join invoice i using (invoice_id)
                          join invoice_line d on d.invoice_id = l.invoice_id and d.type = 'DISCOUNT' and d.net_minor < 0
                           and d.charge_id = l.charge_id and d.price_id = l.price_id
                           and d.order_line_id is not distinct from l.order_line_id
                           and d.period_start is not distinct from l.period_start
                           and d.period_end is not distinct from l.period_end
                         where l.line_id = any(?) and l.net_minor > 0 order by l.line_id, d.line_number
                        """,
                        lineIds)
                .list(row -> found.merge(
                        row.uuid("line_id"),
                        new TakenOff(
                                row.uuid("item_id"),
                                row.money("sold_minor", "currency"),
                                row.money("reduced_minor", "currency"),
                                List.of(new TakenOff.Off(
                                        row.uuid("off_item"),
                                        row.uuid("off_line"),
                                        row.text("description"),
                                        row.money("off_minor", "currency")))),
                        TakenOff::and));
        return found;
    }

    /** Whether what was made for a bill is on one that counts. */
    boolean isBilled(UUID itemId) {
        return database.query(
                        """
                        select exists (select 1 from invoice_line
                                        where item_id = ? and order_charge_id is null and not voided) as billed
                        """,
                        itemId)
                .one(row -> row.bool("billed"))
                .orElse(false);
    }

    private static Kept read(Row row) {
        byte[] discount = row.text("discount").getBytes(StandardCharsets.UTF_8);
        return new Kept(
                row.uuid("subscription_id"),
                row.text("charge_id"),
                row.date("began_on"),
                Json.read(discount, DiscountJson.class));
    }
}
