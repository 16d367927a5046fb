package io.counterfoil.billing.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of the chargebacks. */
@Dependent
class ChargebackRows {

    private final Database database;

    @Inject
    ChargebackRows(Database database) {
        this.database = database;
    }

    void add(Chargeback one) {
        database.update(
                """
                insert into chargeback (dispute_id, payment_id, channel, reference, customer_id, legal_entity_id, currency,
                    amount_minor, unapplied_minor, mode, state, reason_code, reason, respond_by, opened_on, effective_at,
                    correlation_id, opened_event_id, policy_versions, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                one.disputeId(),
                one.paymentId(),
                one.channel(),
                one.reference(),
                one.customerId(),
                one.legalEntityId(),
                one.amount().currency(),
                one.amount().minor(),
                one.fromUnapplied().minor(),
                one.mode(),
                one.state(),
                one.reasonCode(),
                one.reason(),
                one.respondBy(),
                one.openedOn(),
                one.effectiveAt(),
                one.correlationId(),
                one.openedEventId(),
                Json.write(one.policyVersions()),
                one.version());
    }

    void close(Chargeback one) {
        database.update(
                """
                update chargeback set state = ?, closed_on = ?, closed_event_id = ?, version = ? where dispute_id = ?
                """,
                one.state(),
                one.closedOn(),
                one.closedEventId(),
                one.version(),
                one.disputeId());
    }

    Optional<Chargeback> byReference(String channel, String reference) {
        return database.query(
                        "select * from chargeback where channel = ? and reference = ? for update", channel, reference)
                .one(ChargebackRows::read);
    }

    Optional<Chargeback> byId(UUID id) {
        return database.query("select * from chargeback where dispute_id = ?", id)
                .one(ChargebackRows::read);
    }

    /** A page in the order of their ids; what is null does not filter. */
    List<Chargeback> page(UUID paymentId, DisputeState state, UUID after, int limit) {
        return database.query(
                        """
                        select * from chargeback
                         where (?::uuid is null or dispute_id > ?) and (?::uuid is null or payment_id = ?)
                           and (?::text is null or state = ?)
                         order by dispute_id limit ?
                        """,
                        after,
                        after,
                        paymentId,
                        paymentId,
                        state,
                        state,
                        limit)
                .list(ChargebackRows::read);
    }

    private static Chargeback read(Row row) {
        return new Chargeback(
                row.uuid("dispute_id"),
                row.uuid("payment_id"),
                row.text("channel"),
                row.text("reference"),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                row.money("amount_minor", "currency"),
                row.money("unapplied_minor", "currency"),
                ChargebackMode.valueOf(row.text("mode")),
                DisputeState.valueOf(row.text("state")),
                row.text("reason_code"),
                row.text("reason"),
                row.date("respond_by"),
                row.date("opened_on"),
                row.date("closed_on"),
                row.instant("effective_at"),
                row.text("correlation_id"),
                row.uuid("opened_event_id"),
                row.uuid("closed_event_id"),
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
