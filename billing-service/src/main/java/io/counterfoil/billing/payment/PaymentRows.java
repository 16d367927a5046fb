package io.counterfoil.billing.payment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of payments and of their applications. */
@Dependent
class PaymentRows {

    private static final String ADD =
            """
            insert into payment (payment_id, channel, gateway_reference, gateway_event_id, legal_entity_id, customer_id,
                currency, amount_minor, unapplied_minor, state, invoice_number, value_date, effective_at, failure_code,
                failure_reason, correlation_id, event_id, version, fee_minor, settled_minor, settled_currency, exchange_rate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (payment_id) do update
               set gateway_reference = excluded.gateway_reference, gateway_event_id = excluded.gateway_event_id,
                   customer_id = excluded.customer_id, amount_minor = excluded.amount_minor,
                   unapplied_minor = excluded.unapplied_minor, state = excluded.state, value_date = excluded.value_date,
                   effective_at = excluded.effective_at, failure_code = excluded.failure_code,
                   failure_reason = excluded.failure_reason, event_id = excluded.event_id, version = excluded.version,
                   fee_minor = excluded.fee_minor, settled_minor = excluded.settled_minor,
                   settled_currency = excluded.settled_currency, exchange_rate = excluded.exchange_rate
             where payment.state in ('PENDING', 'UNKNOWN')
            """;

    private final Database database;

    @Inject
    PaymentRows(Database database) {
        this.database = database;
    }

    /** Writes a payment, or how one ended that was awaited. */
    void add(Payment payment) {
        Receipt.Conversion conversion = payment.conversion();
        int written = database.update(
                ADD,
                payment.paymentId(),
                payment.channel(),
                payment.reference(),
                payment.gatewayEventId(),
                payment.legalEntityId(),
                payment.customerId(),
                payment.amount().currency(),
                payment.amount().minor(),
                payment.unapplied().minor(),
                payment.state(),
                payment.invoiceNumber(),
                payment.valueDate(),
                payment.effectiveAt(),
                payment.failure() == null ? null : payment.failure().code(),
                payment.failure() == null ? null : payment.failure().reason(),
                payment.correlationId(),
                payment.eventId(),
                payment.version(),
                payment.balances().fee() == null
                        ? null
                        : payment.balances().fee().minor(),
                conversion == null ? null : conversion.settled().minor(),
                conversion == null ? null : conversion.settled().currency(),
                conversion == null ? null : conversion.rate());
        if (written != 1) {
            throw new IllegalStateException("payment " + payment.paymentId() + " has ended already");
        }
    }

    /** Writes what moved of a payment. */
    void move(Payment payment) {
        int changed = database.update(
                """
                update payment set unapplied_minor = ?, refunded_minor = ?, withdrawn_minor = ?, state = ?, customer_id = ?,
                    version = ?
                 where payment_id = ? and version < ?
                """,
                payment.unapplied().minor(),
                payment.balances().refunded().minor(),
                payment.balances().withdrawn().minor(),
                payment.state(),
                payment.customerId(),
                payment.version(),
                payment.paymentId(),
                payment.version());
        if (changed != 1) {
            throw new IllegalStateException("a payment was changed meanwhile");
        }
    }

    void addAll(List<PaymentApplication> applications) {
        addAll(applications, false);
    }

    private void addAll(List<PaymentApplication> applications, boolean recover) {
        database.batch(
                """
                insert into payment_application (application_id, payment_id, invoice_id, amount_minor, discount_minor,
                    difference_minor, from_unapplied, effective_date, effective_at, event_id, recovers)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                applications.stream()
                        .map(a -> new Object[] {
                            a.applicationId(),
                            a.paymentId(),
                            a.invoiceId(),
                            a.amount().minor(),
                            a.discount().minor(),
                            a.difference().minor(),
                            a.fromUnapplied(),
                            a.effectiveDate(),
                            a.effectiveAt(),
                            a.eventId(),
                            recover
                        })
                        .toList());
    }

    /** What of a payment makes good an invoice that was given up. */
    void addRecovery(PaymentApplication recovery) {
        addAll(List.of(recovery), true);
    }

    /** True when this money has settled already, or this message of the gateway was recorded. */
    boolean isRecorded(Receipt receipt) {
        return database.query(
                        """
                        select 1 from payment
                         where channel = ? and (gateway_event_id = ? or gateway_reference = ? and state not in ('PENDING', 'FAILED', 'UNKNOWN') and ?)
                        """,
                        receipt.gateway(),
                        receipt.eventId(),
                        receipt.reference(),
                        receipt.failure() == null)
                .one(row -> true)
                .isPresent();
    }

    Optional<Payment> byId(UUID id, boolean locked) {
        return database.query("select * from payment where payment_id = ?" + (locked ? " for update" : ""), id)
                .one(PaymentRows::read);
    }

    List<PaymentApplication> applications(Payment payment) {
        return database.query(
                        """
                        select a.*, i.invoice_number, i.currency from payment_application a join invoice i using (invoice_id)
                         where a.payment_id = ? order by a.effective_at, a.application_id
                        """,
                        payment.paymentId())
                .list(PaymentRows::application);
    }

    Optional<Payment> byReference(String channel, String reference) {
        return database.query(
                        """
                        select * from payment
                         where channel = ? and gateway_reference = ? and state not in ('PENDING', 'FAILED', 'UNKNOWN') for update
                        """,
                        channel,
                        reference)
                .one(PaymentRows::read);
    }

    /** Unapplied cash that may wait for one of these invoices, by the number that it names or by its customer; locked. */
    List<Payment> waiting(Collection<String> invoiceNumbers, Collection<UUID> customers) {
        return database.query(
                        """
                        select * from payment where unapplied_minor > 0 and invoice_number = any(?)
                        union all
                        select * from payment where unapplied_minor > 0 and customer_id = any(?)
                           and not coalesce(invoice_number = any(?), false)
                        """,
                        invoiceNumbers,
                        customers,
                        invoiceNumbers)
                .list(PaymentRows::read);
    }

    /** A page in the order of their ids; what is null in the filter does not filter. */
    List<Payment> page(PaymentFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select * from payment
                         where (?::uuid is null or payment_id > ?) and (?::uuid is null or customer_id = ?)
                           and (?::text is null or state = ?) and (?::text is null or gateway_reference = ?)
                           and (?::boolean is null or (unapplied_minor > 0) = ?)
                         order by payment_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.state(),
                        filter.state(),
                        filter.gatewayReference(),
                        filter.gatewayReference(),
                        filter.unapplied(),
                        filter.unapplied(),
                        limit)
                .list(PaymentRows::read);
    }

    private static Payment read(Row row) {
        String code = row.text("failure_code");
        return new Payment(
                row.uuid("payment_id"),
                row.text("channel"),
                row.text("gateway_reference"),
                row.text("gateway_event_id"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.money("amount_minor", "currency"),
                row.money("unapplied_minor", "currency"),
                new Payment.Balances(
                        row.money("refunded_minor", "currency"),
                        row.money("withdrawn_minor", "currency"),
                        row.longOrNull("fee_minor") == null ? null : row.money("fee_minor", "currency")),
                PaymentState.valueOf(row.text("state")),
                row.text("invoice_number"),
                row.date("value_date"),
                row.instant("effective_at"),
                code == null ? null : new Receipt.Failure(code, row.text("failure_reason")),
                row.longOrNull("settled_minor") == null ? null : conversion(row),
                row.text("correlation_id"),
                row.uuid("event_id"),
                row.intValue("version"));
    }

    private static Receipt.Conversion conversion(Row row) {
        return new Receipt.Conversion(row.money("settled_minor", "settled_currency"), row.text("exchange_rate"), null);
    }

    private static PaymentApplication application(Row row) {
        return new PaymentApplication(
                row.uuid("application_id"),
                row.uuid("payment_id"),
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.money("amount_minor", "currency"),
                row.money("discount_minor", "currency"),
                row.money("difference_minor", "currency"),
                row.bool("from_unapplied"),
                row.date("effective_date"),
                row.instant("effective_at"),
                row.uuid("event_id"));
    }
}
