package io.counterfoil.billing.paymentmethod;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stored payment methods: one for each customer that has any. */
@Dependent
public class PaymentMethods {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    PaymentMethods(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How the customer pays. */
    public Optional<PaymentMethod> of(UUID customerId) {
        return database.query("select * from payment_method where customer_id = ?", customerId)
                .one(PaymentMethods::read);
    }

    /** Those of these customers that have one. */
    public Set<UUID> among(Collection<UUID> customerIds) {
        return Set.copyOf(
                database.query("select customer_id from payment_method where customer_id = any(?)", customerIds)
                        .list(row -> row.uuid("customer_id")));
    }

    void keep(PaymentMethod method) {
        database.update(
                """
                insert into payment_method (customer_id, gateway, gateway_customer, gateway_method, stored_by, stored_at, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (customer_id) do update
                   set gateway = excluded.gateway, gateway_customer = excluded.gateway_customer,
                       gateway_method = excluded.gateway_method, stored_by = excluded.stored_by,
                       stored_at = excluded.stored_at, version = excluded.version
                """,
                method.customerId(),
                method.gateway(),
                method.gatewayCustomer(),
                method.gatewayMethod(),
                Correlation.current().actor(),
                clock.now(),
                method.version());
    }

    /** False when there was none. */
    boolean remove(UUID customerId) {
        return database.update("delete from payment_method where customer_id = ?", customerId) == 1;
    }

    private static PaymentMethod read(Row row) {
        return new PaymentMethod(
                row.uuid("customer_id"),
                row.text("gateway"),
                row.text("gateway_customer"),
                row.text("gateway_method"),
                row.intValue("version"));
    }
}
