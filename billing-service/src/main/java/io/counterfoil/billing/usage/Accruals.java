package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ratings of usage charges, appended. */
@Dependent
class Accruals {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Accruals(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last rating of each period of these charges, from a day on, by charge and first day. */
    Map<UUID, Map<LocalDate, Accrual>> last(Collection<UUID> orderChargeIds, LocalDate from) {
        return database
                .query(
                        """
                        select distinct on (order_charge_id, period_start) * from usage_accrual
                         where order_charge_id = any(?) and period_start >= ?
                         order by order_charge_id, period_start, rating_number desc
                        """,
                        orderChargeIds,
                        from)
                .list(Accruals::read)
                .stream()
                .collect(Collectors.groupingBy(
                        Accrual::orderChargeId,
                        Collectors.toMap(accrual -> accrual.period().start(), accrual -> accrual)));
    }

    /** The meters of these charges. */
    Map<UUID, String> meters(Collection<UUID> orderChargeIds) {
        return database
                .query(
                        """
                        select c.order_charge_id, p.meter_id from order_charge c
                          join plan_charge p
                            on p.plan_id = c.plan_id and p.version = c.plan_version and p.charge_id = c.charge_id
                         where c.order_charge_id = any(?)
                        """,
                        orderChargeIds)
                .list(row -> Map.entry(row.uuid("order_charge_id"), row.text("meter_id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(List<Accrual> accruals) {
        database.batch(
                """
                insert into usage_accrual (accrual_id, order_charge_id, subscription_id, meter_id, period_start, period_end,
                                           rating_number, quantity, amount_minor, delta_minor, currency, rated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                accruals.stream()
                        .map(accrual -> new Object[] {
                            accrual.accrualId(),
                            accrual.orderChargeId(),
                            accrual.subscriptionId(),
                            accrual.meterId(),
                            accrual.period().start(),
                            accrual.period().end(),
                            accrual.number(),
                            accrual.quantity().value(),
                            accrual.amount().minor(),
                            accrual.delta().minor(),
                            accrual.amount().currency(),
                            clock.now()
                        })
                        .toList());
    }

    private static Accrual read(Row row) {
        return new Accrual(
                row.uuid("accrual_id"),
                row.uuid("order_charge_id"),
                row.uuid("subscription_id"),
                row.text("meter_id"),
                new ServicePeriod(row.date("period_start"), row.date("period_end")),
                row.intValue("rating_number"),
                new Quantity(row.decimal("quantity")),
                row.money("amount_minor", "currency"),
                row.money("delta_minor", "currency"));
    }
}
