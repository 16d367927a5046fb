package io.counterfoil.customer.dunning;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions that dunning holds, each under the id of the customer who bought it. */
@Dependent
class DunnedSubscriptions {

    private final Database database;

    @Inject
    DunnedSubscriptions(Database database) {
        this.database = database;
    }

    void hold(UUID subscriptionId, UUID customerId) {
        database.update(
                "insert into dunned_subscription (subscription_id, customer_id) values (?, ?) on conflict do nothing",
                subscriptionId,
                customerId);
    }

    void release(UUID subscriptionId) {
        database.update("delete from dunned_subscription where subscription_id = ?", subscriptionId);
    }

    /** Whether any is held of the customer or of one that lives on in it. */
    boolean isAnyHeldOf(UUID survivorId) {
        return database.query(
                        """
                        with recursive life(id) as (
                          select ?::uuid
                          union
                          select c.id from life join customer c on c.merged_into = life.id
                        )
                        select 1 from life join dunned_subscription d on d.customer_id = life.id limit 1
                        """,
                        survivorId)
                .one(row -> true)
                .orElse(false);
    }

    /** In whom the customer lives on, itself where it was not merged; empty where we don't know it. */
    Optional<UUID> survivorOf(UUID customerId) {
        return database.query("select id from survivor_of(?) as id where id is not null", customerId)
                .one(row -> row.uuid("id"));
    }

    /** What the terms of the customer say; where it has none, dunning may suspend it. */
    boolean maySuspend(UUID customerId) {
        return database.query("select by_dunning from credit_terms where customer_id = ?", customerId)
                .one(row -> row.bool("by_dunning"))
                .orElse(true);
    }
}
