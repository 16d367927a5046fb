package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * What exposures are made of: open invoices, orders, and cash. Facts may come in any order between two producers, so a run of them
 * may be written kind by kind, each in one round trip.
 */
final class Items {

    /** An invoice, or what is open of it now; an older word than the last one says nothing. */
    private static final String OPEN =
            """
            insert into credit_receivable (invoice_id, customer_id, currency, open_minor, position) values (?, ?, ?, ?, ?)
            on conflict (invoice_id) do update
              set open_minor = case when excluded.position > credit_receivable.position
                                    then excluded.open_minor else credit_receivable.open_minor end,
                  customer_id = coalesce(credit_receivable.customer_id, excluded.customer_id),
                  position = greatest(credit_receivable.position, excluded.position)
            """;

    private static final String ACCEPTED =
            """
            insert into credit_commitment (order_id, customer_id, currency, value_minor) values (?, ?, ?, ?)
            on conflict (order_id) do update set value_minor = excluded.value_minor, currency = excluded.currency
            """;

    private static final String INVOICED =
            """
            insert into credit_commitment (order_id, customer_id, currency, invoiced_minor, taxed_minor) values (?, ?, ?, ?, ?)
            on conflict (order_id) do update set invoiced_minor = credit_commitment.invoiced_minor + excluded.invoiced_minor,
              taxed_minor = credit_commitment.taxed_minor + excluded.taxed_minor
            """;

    private static final String TAXED =
            """
            insert into credit_tax (customer_id, net_minor, tax_minor, position) values (?, ?, ?, ?)
            on conflict (customer_id) do update set net_minor = excluded.net_minor, tax_minor = excluded.tax_minor,
              position = excluded.position
            where excluded.position > credit_tax.position
            """;

    private static final String ACTIVATED =
            """
            insert into credit_commitment (order_id, customer_id, currency, activated) values (?, ?, ?, true)
            on conflict (order_id) do update set activated = true
            """;

    /** Where nobody told of it before, it has no currency (XXX of ISO 4217), and never counts. */
    private static final String ENDED =
            """
            insert into credit_commitment (order_id, customer_id, currency, ended) values (?, ?, 'XXX', true)
            on conflict (order_id) do update set ended = true
            """;

    private static final String CASH =
            """
            insert into credit_cash (payment_id, customer_id, currency, unapplied_minor) values (?, ?, ?, ?)
            on conflict (payment_id) do update set unapplied_minor = credit_cash.unapplied_minor + excluded.unapplied_minor,
              customer_id = coalesce(credit_cash.customer_id, excluded.customer_id)
            """;

    /** By statement, then by what it writes: PostgreSQL takes one row for each. */
    private final Map<String, Map<UUID, Object[]>> rows = new LinkedHashMap<>();

    void open(UUID invoiceId, UUID customerId, String currency, long openMinor, long position) {
        add(OPEN, Items::newer, invoiceId, customerId, currency, openMinor, position);
    }

    void accepted(UUID orderId, UUID customerId, Money value) {
        add(ACCEPTED, (known, more) -> more, orderId, customerId, value.currency(), value.minor());
    }

    void invoiced(UUID orderId, UUID customerId, Money net, Money tax) {
        add(
                INVOICED,
                (known, more) -> summed(known, more, 3, 4),
                orderId,
                customerId,
                net.currency(),
                net.minor(),
                tax.minor());
    }

    /** How the customer was taxed last. */
    void taxed(UUID customerId, Money net, Money tax, long position) {
        if (net.isPositive()) {
            add(TAXED, Items::newer, customerId, net.minor(), tax.minor(), position);
        }
    }

    void activated(UUID orderId, UUID customerId, String currency) {
        add(ACTIVATED, (known, more) -> more, orderId, customerId, currency);
    }

    /** Nothing more will be billed of it. */
    void ended(UUID orderId, UUID customerId) {
        add(ENDED, (known, more) -> more, orderId, customerId);
    }

    /** So much more of a payment is unapplied, or less; whose it is may not be known. */
    void cash(UUID paymentId, UUID customerId, Money more) {
        if (!more.isZero()) {
            add(CASH, (known, next) -> summed(known, next, 3), paymentId, customerId, more.currency(), more.minor());
        }
    }

    private void add(String statement, BinaryOperator<Object[]> merged, Object... values) {
        rows.computeIfAbsent(statement, none -> new TreeMap<>()).merge((UUID) values[0], values, merged);
    }

    /** The last value is the position of who says it. */
    private static Object[] newer(Object[] known, Object[] more) {
        return (Long) more[more.length - 1] > (Long) known[known.length - 1] ? more : known;
    }

    /** Whose it is may be known to one of them only. */
    private static Object[] summed(Object[] known, Object[] more, int... amounts) {
        Object[] sum = known.clone();
        sum[1] = known[1] == null ? more[1] : known[1];
        for (int amount : amounts) {
            sum[amount] = (Long) known[amount] + (Long) more[amount];
        }
        return sum;
    }

    /** Rows by statement, those of one statement in one order for all: so nobody waits for others in a circle. */
    Map<String, List<Object[]>> rows() {
        Map<String, List<Object[]>> written = new LinkedHashMap<>();
        for (String statement : List.of(OPEN, ACCEPTED, INVOICED, TAXED, ACTIVATED, ENDED, CASH)) {
            if (rows.containsKey(statement)) {
                written.put(statement, List.copyOf(rows.get(statement).values()));
            }
        }
        return written;
    }
}
