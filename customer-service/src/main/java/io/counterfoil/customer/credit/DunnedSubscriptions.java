package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** The subscriptions that dunning holds. */
@Dependent
class DunnedSubscriptions {

    private final Database database;

    @Inject
    DunnedSubscriptions(Database database) {
        this.database = database;
    }

    /** Keeps that dunning holds a subscription, or no more; how many it holds of the customer now. */
    long held(UUID subscriptionId, UUID customerId, boolean held) {
        if (held) {
            database.update(
                    "insert into dunned_subscription (subscription_id, customer_id) values (?, ?) on conflict do nothing",
                    subscriptionId,
                    customerId);
        } else {
            database.update("delete from dunned_subscription where subscription_id = ?", subscriptionId);
        }
        return database.query("select count(*) as held from dunned_subscription where customer_id = ?", customerId)
                .one(row -> row.longValue("held"))
                .orElse(0L);
    }
}
