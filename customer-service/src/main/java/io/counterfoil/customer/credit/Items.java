package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.credit.ExposureChanges.Cash;
import io.counterfoil.customer.credit.ExposureChanges.Commitment;
import io.counterfoil.customer.credit.ExposureChanges.Receivable;
import io.counterfoil.customer.credit.ExposureChanges.Taxed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** What exposures are made of: open invoices, orders and cash. Facts may come in any order between two producers. */
@Dependent
class Items {

    private final Database database;

    @Inject
    Items(Database database) {
        this.database = database;
    }

    /** Keeps what a run of facts says: one statement for the orders, one for the invoices. */
    void apply(ExposureChanges changes) {
        if (!changes.orders().isEmpty()) {
            applyOrders(List.copyOf(changes.orders()));
        }
        if (!changes.invoices().isEmpty()) {
            applyInvoices(List.copyOf(changes.invoices()));
        }
        if (!changes.taxes().isEmpty()) {
            applyTaxes(List.copyOf(changes.taxes()));
        }
        if (!changes.payments().isEmpty()) {
            applyCash(List.copyOf(changes.payments()));
        }
    }

    private void applyOrders(List<Commitment> orders) {
        database.update(
                """
                insert into credit_commitment (order_id, customer_id, currency, value_minor, amended_minor, invoiced_minor, taxed_minor,
                                               activated, ended)
                select order_id, customer_id, currency, value_minor, amended_minor, invoiced_minor, taxed_minor,
                       activated = 'true', ended = 'true'
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                  as told(order_id, customer_id, currency, value_minor, amended_minor, invoiced_minor, taxed_minor, activated, ended)
                on conflict (order_id) do update
                  set customer_id = case when excluded.value_minor = 0
                                         then credit_commitment.customer_id else excluded.customer_id end,
                      currency = case when excluded.value_minor = 0 then credit_commitment.currency else excluded.currency end,
                      value_minor = case when excluded.value_minor = 0
                                         then credit_commitment.value_minor else excluded.value_minor end,
                      amended_minor = credit_commitment.amended_minor + excluded.amended_minor,
                      invoiced_minor = credit_commitment.invoiced_minor + excluded.invoiced_minor,
                      taxed_minor = credit_commitment.taxed_minor + excluded.taxed_minor,
                      activated = credit_commitment.activated or excluded.activated,
                      ended = credit_commitment.ended or excluded.ended
                """,
                column(orders, Commitment::orderId),
                column(orders, Commitment::customerId),
                column(orders, Commitment::currency),
                column(orders, Commitment::valueMinor),
                column(orders, Commitment::amendedMinor),
                column(orders, Commitment::invoicedMinor),
                column(orders, Commitment::taxedMinor),
                column(orders, order -> String.valueOf(order.activated())),
                column(orders, order -> String.valueOf(order.ended())));
    }

    private void applyInvoices(List<Receivable> invoices) {
        database.update(
                """
                insert into credit_receivable (invoice_id, customer_id, currency, open_minor, position)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
                on conflict (invoice_id) do update
                  set open_minor = excluded.open_minor, position = excluded.position
                  where excluded.position > credit_receivable.position
                """,
                column(invoices, Receivable::invoiceId),
                column(invoices, Receivable::customerId),
                column(invoices, Receivable::currency),
                column(invoices, Receivable::openMinor),
                column(invoices, Receivable::position));
    }

    private void applyTaxes(List<Taxed> taxes) {
        database.update(
                """
                insert into credit_tax (customer_id, net_minor, tax_minor, position)
                select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[])
                on conflict (customer_id) do update
                  set net_minor = excluded.net_minor, tax_minor = excluded.tax_minor, position = excluded.position
                  where excluded.position > credit_tax.position
                """,
                column(taxes, Taxed::customerId),
                column(taxes, Taxed::netMinor),
                column(taxes, Taxed::taxMinor),
                column(taxes, Taxed::position));
    }

    private void applyCash(List<Cash> payments) {
        database.batch(
                """
                insert into credit_cash (payment_id, customer_id, currency, unapplied_minor) values (?, ?, ?, ?)
                on conflict (payment_id) do update
                  set unapplied_minor = credit_cash.unapplied_minor + excluded.unapplied_minor,
                      customer_id = coalesce(credit_cash.customer_id, excluded.customer_id)
                """,
                payments.stream()
                        .map(cash -> new Object[] {
                            cash.paymentId(), cash.customerId(), cash.currency(), cash.unappliedMinor()
                        })
                        .toList());
    }

    private static <T, V> List<V> column(List<T> rows, Function<T, V> value) {
        return rows.stream().map(value).toList();
    }
}
