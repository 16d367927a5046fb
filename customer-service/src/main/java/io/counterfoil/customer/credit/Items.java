package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** What exposures are made of: open invoices and orders. Facts may come in any order between two producers. */
@Dependent
class Items {

    private final Database database;

    @Inject
    Items(Database database) {
        this.database = database;
    }

    /** An invoice, or what is open of it now; an older word than the last one says nothing. */
    void open(UUID invoiceId, UUID customerId, String currency, long openMinor, long position) {
        database.update(
                """
                insert into credit_receivable (invoice_id, customer_id, currency, open_minor, position) values (?, ?, ?, ?, ?)
                on conflict (invoice_id) do update
                  set open_minor = case when excluded.position > credit_receivable.position
                                        then excluded.open_minor else credit_receivable.open_minor end,
                      customer_id = coalesce(credit_receivable.customer_id, excluded.customer_id),
                      position = greatest(credit_receivable.position, excluded.position)
                """,
                invoiceId,
                customerId,
                currency,
                openMinor,
                position);
    }

    void accepted(UUID orderId, UUID customerId, Money value) {
        database.update(
                """
                insert into credit_commitment (order_id, customer_id, currency, value_minor) values (?, ?, ?, ?)
                on conflict (order_id) do update set value_minor = excluded.value_minor
                """,
                orderId,
                customerId,
                value.currency(),
                value.minor());
    }

    void invoiced(UUID orderId, UUID customerId, Money net) {
        database.update(
                """
                insert into credit_commitment (order_id, customer_id, currency, invoiced_minor) values (?, ?, ?, ?)
                on conflict (order_id) do update set invoiced_minor = credit_commitment.invoiced_minor + excluded.invoiced_minor
                """,
                orderId,
                customerId,
                net.currency(),
                net.minor());
    }

    void activated(UUID orderId, UUID customerId, String currency) {
        database.update(
                """
                insert into credit_commitment (order_id, customer_id, currency, activated) values (?, ?, ?, true)
                on conflict (order_id) do update set activated = true
                """,
                orderId,
                customerId,
                currency);
    }

    /** Nothing more will be billed of it; where nobody told of it before, it has no currency (XXX of ISO 4217), and never counts. */
    void ended(UUID orderId, UUID customerId) {
        database.update(
                """
                insert into credit_commitment (order_id, customer_id, currency, ended) values (?, ?, 'XXX', true)
                on conflict (order_id) do update set ended = true
                """,
                orderId,
                customerId);
    }

    /** Keeps that dunning holds a subscription; how many it holds of the customer now. */
    long dunned(UUID subscriptionId, UUID customerId, boolean held) {
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
