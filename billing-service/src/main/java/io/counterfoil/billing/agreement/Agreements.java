package io.counterfoil.billing.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The agreements: one per accepted order, and those that no order made. */
@Dependent
public class Agreements {

    private final Database database;

    @Inject
    Agreements(Database database) {
        this.database = database;
    }

    public void addAll(List<Agreement> agreements) {
        database.append(
                "agreement",
                """
                agreement_id, order_id, order_number, contract_id, contract_version, customer_id, legal_entity_id,
                currency, purchase_order, payment_terms_days, bill_to, correlation_id, accepted_event_id, anchor_day, time_zone
                """,
                agreements.stream().map(Agreements::row).toList());
    }

    /** Which of these orders billing has already, or was told to forget before it had them. */
    public Set<UUID> known(Collection<UUID> orderIds) {
        return new HashSet<>(database.query(
                        """
                        select order_id from agreement where order_id = any(?)
                        union select order_id from order_cancellation where order_id = any(?)
                        """,
                        orderIds,
                        orderIds)
                .list(row -> row.uuid("order_id")));
    }

    /** Locks those agreements that nobody else is working on, up to the limit. */
    public List<Agreement> claim(Collection<UUID> agreementIds, int limit) {
        return database.query(
                        "select * from agreement where agreement_id = any(?) limit ? for update skip locked",
                        agreementIds,
                        limit)
                .list(Agreements::read);
    }

    /** Locks all of them, and waits for who works on one. */
    public List<Agreement> lockAll(Collection<UUID> agreementIds) {
        return agreementIds.isEmpty()
                ? List.of()
                : database.query(
                                "select * from agreement where agreement_id = any(?) order by agreement_id for update",
                                agreementIds)
                        .list(Agreements::read);
    }

    /** Reads one agreement without a lock, by one of its subscriptions. */
    public List<Agreement> ofSubscription(UUID subscriptionId) {
        return database.query(
                        "select a.* from agreement a join subscription s using (agreement_id) where s.subscription_id = ?",
                        subscriptionId)
                .list(Agreements::read);
    }

    /** The newest agreement of each of these customers, by legal entity and currency. */
    public List<Agreement> newestOf(Collection<UUID> customerIds) {
        return database.query(
                        """
                        select distinct on (customer_id, legal_entity_id, currency) * from agreement
                         where customer_id = any(?) order by customer_id, legal_entity_id, currency, agreement_id desc
                        """,
                        customerIds)
                .list(Agreements::read);
    }

    /** Locks one agreement; empty when billing has never heard of it. */
    public List<Agreement> lock(UUID agreementId) {
        return database.query("select * from agreement where agreement_id = ? for update", agreementId)
                .list(Agreements::read);
    }

    public void rememberCancellation(UUID orderId, UUID eventId) {
        database.update(
                "insert into order_cancellation (order_id, event_id) values (?, ?) on conflict do nothing",
                orderId,
                eventId);
    }

    private static Object[] row(Agreement agreement) {
        return new Object[] {
            agreement.agreementId(),
            agreement.orderId(),
            agreement.orderNumber(),
            agreement.contractId(),
            agreement.contractVersion(),
            agreement.customerId(),
            agreement.legalEntityId(),
            agreement.currency(),
            agreement.purchaseOrder(),
            agreement.paymentTermsDays(),
            new AsColumn(Json.write(agreement.billTo())),
            agreement.correlationId(),
            agreement.acceptedEventId(),
            agreement.anchorDay(),
            agreement.timeZone() == null ? null : agreement.timeZone().getId()
        };
    }

    private static Agreement read(Row row) {
        return new Agreement(
                row.uuid("agreement_id"),
                row.uuid("order_id"),
                row.text("order_number"),
                row.uuid("contract_id"),
                row.intValue("contract_version"),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                row.text("currency"),
                row.text("purchase_order"),
                row.intValue("payment_terms_days"),
                billTo(row.text("bill_to")),
                row.text("correlation_id"),
                row.uuid("accepted_event_id"),
                row.longOrNull("anchor_day") == null ? null : row.intValue("anchor_day"),
                row.text("time_zone") == null ? null : ZoneId.of(row.text("time_zone")));
    }

    private static BillTo billTo(String json) {
        try {
            return Json.lenient().readValue(json, BillTo.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a kept bill-to snapshot can't be read", corrupt);
        }
    }
}
