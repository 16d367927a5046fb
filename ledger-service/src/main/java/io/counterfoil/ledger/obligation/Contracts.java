package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All contracts and what they promise; only added to. */
@Dependent
class Contracts {

    private static final String SELECT = "select o.*, st.amount_minor as stated_minor from performance_obligation o"
            + " left join stated_price st on st.obligation_id = o.obligation_id";

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Contracts(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds a contract's version; answers the obligations that are new by it. */
    List<String> add(UUID eventId, ContractSigned signed) {
        database.update(
                """
                insert into revenue_contract (contract_id, version, contract_number, order_id, customer_id, legal_entity_id, currency,
                    start_date, end_date, source_event_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
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
                clock.now());
        List<String> known =
                find(signed.obligations().stream()
                                .map(ContractSigned.Promise::performanceObligationId)
                                .toList())
                        .stream()
                        .map(Obligation::id)
                        .toList();
        List<ContractSigned.Promise> fresh = signed.obligations().stream()
                .filter(promise -> !known.contains(promise.performanceObligationId()))
                .toList();
        if (!fresh.isEmpty()) {
            insert(signed, fresh);
        }
        return fresh.stream()
                .map(ContractSigned.Promise::performanceObligationId)
                .toList();
    }

    private void insert(ContractSigned signed, List<ContractSigned.Promise> fresh) {
        List<Money> allocated = Allocation.of(fresh);
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
        database.batch(
                """
                insert into performance_obligation (obligation_id, contract_id, contract_version, line_id, product_id, treatment, currency,
                    standalone_minor, standalone_source, priced_minor, allocated_minor, start_date, end_date, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                rows);
    }

    /** Keeps what an order's lines cost; answers their obligations. */
    List<String> state(OrderAccepted accepted) {
        OrderAccepted.Reference from = accepted.externalReference();
        database.update(
                """
                insert into order_reference (order_id, order_number, channel, reference_system, reference_id, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                accepted.orderId(),
                accepted.orderNumber(),
                accepted.channel(),
                from == null ? null : from.system(),
                from == null ? null : from.id(),
                clock.now());
        database.batch(
                "insert into stated_price (obligation_id, currency, amount_minor, recorded_at) values (?, ?, ?, ?) on conflict do nothing",
                accepted.priced().stream()
                        .map(line -> new Object[] {
                            line.performanceObligationId(),
                            line.lineTotal().currency(),
                            line.lineTotal().minor(),
                            clock.now()
                        })
                        .toList());
        return accepted.priced().stream()
                .map(OrderAccepted.Line::performanceObligationId)
                .toList();
    }

    List<Obligation> find(Collection<String> obligationIds) {
        return withActs(database.query(SELECT + " where o.obligation_id = any(?) order by o.ordinal", obligationIds)
                .list(Contracts::read));
    }

    List<Obligation> ofContract(UUID contractId) {
        return withActs(database.query(SELECT + " where o.contract_id = ? order by o.ordinal", contractId)
                .list(Contracts::read));
    }

    Map<String, Map<LocalDate, LocalDate>> catchUps(Collection<String> obligationIds) {
        Map<String, Map<LocalDate, LocalDate>> found = new HashMap<>();
        database.query(
                        """
                        select a.obligation_id, a.effective_date, coalesce(o.start_date, c.start_date, a.first_day) as first_day
                        from obligation_act a left join performance_obligation o on o.obligation_id = a.obligation_id
                        left join revenue_contract c on c.contract_id = o.contract_id and c.version = o.contract_version
                        where a.obligation_id = any(?) and a.kind = 'CATCH_UP'
                          and coalesce(o.start_date, c.start_date, a.first_day) is not null
                        """,
                        obligationIds)
                .list(row -> found.computeIfAbsent(row.text("obligation_id"), id -> new HashMap<>())
                        .put(row.date("effective_date"), row.date("first_day")));
        return found;
    }

    void keep(String obligationId, ObligationAct act) {
        keep(obligationId, act, null);
    }

    /** The same of a promise that may not be known here: with its first day, as whoever tells of the act knows it. */
    void keep(String obligationId, ObligationAct act, LocalDate firstDay) {
        database.update(
                """
                insert into obligation_act (id, obligation_id, kind, effective_date, units_done, units_all, new_end, reason, decided_by,
                    recorded_at, first_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                act.actId(),
                obligationId,
                act.kind(),
                act.effectiveDate(),
                act.unitsDone(),
                act.unitsAll(),
                act.newEnd(),
                act.reason(),
                act.decidedBy(),
                act.recordedAt(),
                firstDay);
    }

    private List<Obligation> withActs(List<Obligation> obligations) {
        Map<String, List<ObligationAct>> acts = new HashMap<>();
        database.query(
                        "select * from obligation_act where obligation_id = any(?) order by ordinal",
                        obligations.stream().map(Obligation::id).toList())
                .list(row -> acts.computeIfAbsent(row.text("obligation_id"), id -> new ArrayList<>())
                        .add(readAct(row)));
        return obligations.stream()
                .map(each -> each.with(acts.getOrDefault(each.id(), List.of())))
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

    private static ObligationAct readAct(Row row) {
        return new ObligationAct(
                row.uuid("id"),
                ObligationAct.Kind.valueOf(row.text("kind")),
                row.date("effective_date"),
                row.longOrNull("units_done"),
                row.longOrNull("units_all"),
                row.date("new_end"),
                row.text("reason"),
                row.text("decided_by"),
                row.instant("recorded_at"));
    }
}
