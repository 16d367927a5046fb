package io.counterfoil.billing.refund;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of the refunds. */
@Dependent
class RefundRows {

    private final Database database;

    @Inject
    RefundRows(Database database) {
        this.database = database;
    }

    void add(Refund refund) {
        database.update(
                """
                insert into refund (refund_id, payment_id, credit_memo_id, credit_id, invoice_id, customer_id, legal_entity_id,
                    currency, amount_minor, mode, channel, state, reason_code, reason, requested_by, approved_by,
                    gateway_reference, effective_at, correlation_id, event_id, policy_versions, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                refund.refundId(),
                refund.from().paymentId(),
                refund.from().creditMemoId(),
                refund.from().creditId(),
                refund.from().invoiceId(),
                refund.customerId(),
                refund.legalEntityId(),
                refund.amount().currency(),
                refund.amount().minor(),
                refund.mode(),
                refund.channel(),
                refund.state(),
                refund.why().reasonCode(),
                refund.why().reason(),
                refund.why().requestedBy(),
                refund.why().approvedBy(),
                refund.gatewayReference(),
                refund.effectiveAt(),
                refund.correlationId(),
                refund.eventId(),
                Json.write(refund.policyVersions()),
                refund.version());
    }

    void move(Refund refund) {
        int changed = database.update(
                """
                update refund set state = ?, mode = ?, approved_by = ?, gateway_reference = ?, failure_code = ?,
                    failure_reason = ?, value_date = ?, effective_at = ?, version = ?
                 where refund_id = ? and version < ?
                """,
                refund.state(),
                refund.mode(),
                refund.why().approvedBy(),
                refund.gatewayReference(),
                refund.failureCode(),
                refund.failureReason(),
                refund.valueDate(),
                refund.effectiveAt(),
                refund.version(),
                refund.refundId(),
                refund.version());
        if (changed != 1) {
            throw new IllegalStateException("a refund was changed meanwhile");
        }
    }

    /** The gateway knows of it and will tell. */
    void touch(Refund refund) {
        database.update("update refund set version = version + 1 where refund_id = ?", refund.refundId());
    }

    /** What is on its way out of a payment, a memo or a credit, and not booked yet. */
    Money underway(Refund.From from, String currency) {
        return database.query(
                        """
                        select coalesce(sum(amount_minor), 0)::bigint as minor from refund
                         where state in ('REQUESTED', 'APPROVED', 'PENDING', 'UNKNOWN')
                           and (payment_id = ? or credit_memo_id = ? or credit_id = ?)
                        """,
                        from.paymentId(),
                        from.creditMemoId(),
                        from.creditId())
                .one(row -> Money.ofMinor(row.longValue("minor"), currency))
                .orElseThrow();
    }

    Optional<Refund> byId(UUID id, boolean locked) {
        return database.query("select * from refund where refund_id = ?" + (locked ? " for update" : ""), id)
                .one(RefundRows::read);
    }

    /** A page in the order of their ids; what is null in the filter does not filter. */
    List<Refund> page(RefundFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select * from refund
                         where (?::uuid is null or refund_id > ?) and (?::uuid is null or customer_id = ?)
                           and (?::uuid is null or payment_id = ?) and (?::text is null or state = ?)
                         order by refund_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.paymentId(),
                        filter.paymentId(),
                        filter.state(),
                        filter.state(),
                        limit)
                .list(RefundRows::read);
    }

    private static Refund read(Row row) {
        return new Refund(
                row.uuid("refund_id"),
                new Refund.From(
                        row.uuid("payment_id"),
                        row.uuid("credit_memo_id"),
                        row.uuid("credit_id"),
                        row.uuid("invoice_id")),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                row.money("amount_minor", "currency"),
                RefundPaid.Mode.valueOf(row.text("mode")),
                row.text("channel"),
                RefundState.valueOf(row.text("state")),
                new Refund.Why(
                        row.text("reason_code"), row.text("reason"), row.text("requested_by"), row.text("approved_by")),
                row.text("gateway_reference"),
                row.text("failure_code"),
                row.text("failure_reason"),
                row.date("value_date"),
                row.instant("effective_at"),
                row.text("correlation_id"),
                row.uuid("event_id"),
                versions(row.text("policy_versions")),
                row.intValue("version"));
    }

    private static Map<String, String> versions(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("kept policy versions can't be read", corrupt);
        }
    }
}
