package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All contracts and what they promise; only added to. */
@Dependent
class Contracts {

    private static final String SELECT = "select o.*, st.amount_minor as stated_minor from performance_obligation o"
            + " left join stated_price st on st.obligation_id = o.obligation_id";

    private final Database database;
    private final Acts acts;
    private final BusinessClock clock;

    @Inject
    Contracts(Database database, Acts acts, BusinessClock clock) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
    }

    /** A signed contract and the event that told of it. */
    record Told(UUID eventId, ContractSigned contract) {}

    /** Adds versions of contracts; answers the obligations that are new by them. */
    List<String> add(List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        addVersions(told);
        Set<String> known = new HashSet<>(known(told));
        List<String> fresh = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Told each : told) {
            List<ContractSigned.Promise> promises = each.contract().obligations().stream()
                    .filter(promise -> !known.contains(promise.performanceObligationId()))
                    .toList();
            rows.addAll(rows(each.contract(), promises));
            promises.forEach(promise -> fresh.add(promise.performanceObligationId()));
            known.addAll(fresh);
        }
        database.appendNew(
                "performance_obligation",
                "obligation_id, contract_id, contract_version, line_id, product_id, treatment, currency,"
                        + " standalone_minor, standalone_source, priced_minor, allocated_minor, start_date, end_date,"
                        + " recorded_at",
                "text, uuid, bigint, uuid, text, text, text, bigint, text, bigint, bigint, date, date, timestamptz",
                "obligation_id",
                rows);
        return fresh;
    }

    private void addVersions(List<Told> told) {
        Instant now = clock.now();
        database.appendNew(
                "revenue_contract",
                "contract_id, version, contract_number, order_id, customer_id, legal_entity_id, currency, start_date,"
                        + " end_date, source_event_id, recorded_at",
                "uuid, bigint, text, uuid, uuid, text, text, date, date, uuid, timestamptz",
                "contract_id, version",
                told.stream()
                        .map(each -> version(each.eventId(), each.contract(), now))
                        .toList());
    }

    private static Object[] version(UUID eventId, ContractSigned signed, Instant now) {
        return new Object[] {
            signed.contractId(),
            signed.contractVersion(),
            signed.contractNumber(),
            signed.orderId(),
            signed.customerId(),
            signed.legalEntityId(),
            signed.currency(),
            signed.startDate(),
            signed.endDate(),
            eventId,
            now
        };
    }

    private List<String> known(List<Told> told) {
        return database.query(
                        "select obligation_id from performance_obligation where obligation_id = any(?)",
                        told.stream()
                                .flatMap(each -> each.contract().obligations().stream())
                                .map(ContractSigned.Promise::performanceObligationId)
                                .toList())
                .list(row -> row.text("obligation_id"));
    }

    private List<Object[]> rows(ContractSigned signed, List<ContractSigned.Promise> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Money> allocated = Allocation.of(fresh, signed.soldTogether());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            ContractSigned.Promise promise = fresh.get(i);
            rows.add(new Object[] {
                promise.performanceObligationId(),
                signed.contractId(),
                signed.contractVersion(),
                promise.lineId(),
                promise.productId(),
                promise.revenueTreatment(),
                signed.currency(),
                promise.standalone().minor(),
                promise.standaloneSellingPriceSource(),
                promise.transactionPrice().minor(),
                allocated.get(i).minor(),
                promise.startDate(),
                promise.endDate(),
                clock.now()
            });
        }
        return rows;
    }

    /** Keeps where orders came from and what their lines cost; answers their obligations. */
    List<String> state(List<OrderAccepted> accepted) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        Instant now = clock.now();
        database.appendNew(
                "order_reference",
                "order_id, order_number, channel, reference_system, reference_id, recorded_at",
                "uuid, text, text, text, text, timestamptz",
                "order_id",
                accepted.stream().map(order -> reference(order, now)).toList());
        List<OrderAccepted.Line> priced =
                accepted.stream().flatMap(order -> order.priced().stream()).toList();
        database.appendNew(
                "stated_price",
                "obligation_id, currency, amount_minor, recorded_at",
                "text, text, bigint, timestamptz",
                "obligation_id",
                priced.stream()
                        .map(line -> new Object[] {
                            line.performanceObligationId(),
                            line.lineTotal().currency(),
                            line.lineTotal().minor(),
                            now
                        })
                        .toList());
        return priced.stream().map(OrderAccepted.Line::performanceObligationId).toList();
    }

    private static Object[] reference(OrderAccepted accepted, Instant now) {
        OrderAccepted.Reference from = accepted.externalReference();
        return new Object[] {
            accepted.orderId(),
            accepted.orderNumber(),
            accepted.channel(),
            from == null ? null : from.system(),
            from == null ? null : from.id(),
            now
        };
    }

    List<Obligation> find(Collection<String> obligationIds) {
        return withActs(database.query(SELECT + " where o.obligation_id = any(?) order by o.ordinal", obligationIds)
                .list(Contracts::read));
    }

    /** What a contract promises, as far as that was known then; null for all. */
    List<Obligation> ofContract(UUID contractId, Instant knownAt) {
        List<Obligation> promised = withActs(database.query(
                        SELECT
                                + " where o.contract_id = ? and (?::timestamptz is null or o.recorded_at <= ?) order by o.ordinal",
                        contractId,
                        knownAt,
                        knownAt)
                .list(Contracts::read));
        return knownAt == null
                ? promised
                : promised.stream().map(each -> each.asKnownAt(knownAt)).toList();
    }

    /** What the contracts promise that these orders made, by order. */
    Map<UUID, List<String>> ofOrders(Collection<UUID> orderIds) {
        Map<UUID, List<String>> found = new HashMap<>();
        database.query(
                        """
                        select c.order_id, o.obligation_id from revenue_contract c
                        join performance_obligation o on o.contract_id = c.contract_id and o.contract_version = c.version
                        where c.order_id = any(?) order by o.ordinal
                        """,
                        orderIds)
                .list(row -> found.computeIfAbsent(row.uuid("order_id"), id -> new ArrayList<>())
                        .add(row.text("obligation_id")));
        return found;
    }

    private List<Obligation> withActs(List<Obligation> obligations) {
        Map<String, List<ObligationAct>> done =
                acts.of(obligations.stream().map(Obligation::id).toList());
        return obligations.stream()
                .map(each -> each.with(done.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Obligation read(Row row) {
        String currency = row.text("currency");
        Long stated = row.longOrNull("stated_minor");
        return new Obligation(
                row.text("obligation_id"),
                row.uuid("contract_id"),
                row.longValue("contract_version"),
                row.uuid("line_id"),
                row.text("product_id"),
                row.text("treatment"),
                row.money("standalone_minor", "currency"),
                row.text("standalone_source"),
                row.money("priced_minor", "currency"),
                stated == null ? null : Money.ofMinor(stated, currency),
                row.money("allocated_minor", "currency"),
                row.date("start_date"),
                row.date("end_date"),
                List.of());
    }
}
