package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Attempt.Cause;
import io.counterfoil.billing.collection.Attempt.Ending;
import io.counterfoil.billing.collection.Attempt.Method;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of the attempts. */
@Dependent
class AttemptRows {

    private final Database database;

    @Inject
    AttemptRows(Database database) {
        this.database = database;
    }

    void add(Attempt attempt) {
        database.update(
                """
                insert into payment_attempt (attempt_id, invoice_id, customer_id, legal_entity_id, currency, amount_minor, number,
                    cause, gateway, gateway_customer, gateway_method, state, started_by, started_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                attempt.attemptId(),
                attempt.invoiceId(),
                attempt.customerId(),
                attempt.legalEntityId(),
                attempt.amount().currency(),
                attempt.amount().minor(),
                attempt.number(),
                attempt.cause(),
                attempt.method().gateway(),
                attempt.method().gatewayCustomer(),
                attempt.method().gatewayMethod(),
                attempt.state(),
                attempt.startedBy(),
                attempt.startedAt(),
                attempt.version());
    }

    void move(Attempt attempt) {
        int changed = database.update(
                """
                update payment_attempt set gateway_reference = ?, state = ?, decline = ?, failure_code = ?, failure_reason = ?,
                    resolved_by = ?, ended_at = ?, version = ?
                 where attempt_id = ? and version = ?
                """,
                attempt.reference(),
                attempt.state(),
                attempt.ending().decline(),
                attempt.ending().code(),
                attempt.ending().reason(),
                attempt.ending().resolvedBy(),
                attempt.endedAt(),
                attempt.version(),
                attempt.attemptId(),
                attempt.version() - 1);
        if (changed != 1) {
            throw new IllegalStateException("an attempt was changed meanwhile");
        }
    }

    Optional<Attempt> byId(UUID id, boolean locked) {
        return database.query("select * from payment_attempt where attempt_id = ?" + (locked ? " for update" : ""), id)
                .one(AttemptRows::read);
    }

    /** The attempts of an invoice, in their order. */
    List<Attempt> of(UUID invoiceId) {
        return database.query("select * from payment_attempt where invoice_id = ? order by number", invoiceId)
                .list(AttemptRows::read);
    }

    /** What of an invoice its customer disputes, and nobody has decided. */
    Money disputed(UUID invoiceId, String currency) {
        return database.query(
                        "select amount_minor, currency from invoice_dispute where invoice_id = ? and state = 'OPENED'",
                        invoiceId)
                .one(row -> row.money("amount_minor", "currency"))
                .orElse(Money.zero(currency));
    }

    /** A page in the order of their ids; what is null does not filter. */
    List<Attempt> page(UUID invoiceId, UUID customerId, AttemptState state, UUID after, int limit) {
        return database.query(
                        """
                        select * from payment_attempt
                         where (?::uuid is null or attempt_id > ?) and (?::uuid is null or invoice_id = ?)
                           and (?::uuid is null or customer_id = ?) and (?::text is null or state = ?)
                         order by attempt_id limit ?
                        """,
                        after,
                        after,
                        invoiceId,
                        invoiceId,
                        customerId,
                        customerId,
                        state,
                        state,
                        limit)
                .list(AttemptRows::read);
    }

    private static Attempt read(Row row) {
        String decline = row.text("decline");
        return new Attempt(
                row.uuid("attempt_id"),
                row.uuid("invoice_id"),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                row.money("amount_minor", "currency"),
                row.intValue("number"),
                Cause.valueOf(row.text("cause")),
                new Method(row.text("gateway"), row.text("gateway_customer"), row.text("gateway_method")),
                row.text("gateway_reference"),
                AttemptState.valueOf(row.text("state")),
                new Ending(
                        decline == null ? null : Decline.valueOf(decline),
                        row.text("failure_code"),
                        row.text("failure_reason"),
                        row.text("resolved_by")),
                row.text("started_by"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.intValue("version"));
    }
}
