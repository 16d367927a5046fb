package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Orders that were taken back, whether what they promised is known by then or not. */
@Dependent
class Cancellations {

    private final Database database;
    private final Contracts contracts;
    private final Obligations obligations;
    private final Books books;
    private final BusinessClock clock;

    @Inject
    Cancellations(Database database, Contracts contracts, Obligations obligations, Books books, BusinessClock clock) {
        this.database = database;
        this.contracts = contracts;
        this.obligations = obligations;
        this.books = books;
        this.clock = clock;
    }

    /** Nothing of what the order promised is owed any more. */
    void add(UUID eventId, OrderCancelled cancelled) {
        LocalDate toldOn = books.of(cancelled.legalEntityId()).dayOf(cancelled.cancelledAt());
        Told told = new Told(cancelled.orderId(), eventId, cancelled.effectiveDate(), reason(cancelled), toldOn);
        database.update(
                """
                insert into order_cancellation (order_id, event_id, effective_date, reason, recorded_at, told_on)
                values (?, ?, ?, ?, ?, ?)
                on conflict (order_id) do nothing
                """,
                told.orderId(),
                told.eventId(),
                told.day(),
                told.reason(),
                clock.now(),
                told.toldOn());
        obligations.act(
                endings(told, contracts.ofOrders(List.of(told.orderId())).getOrDefault(told.orderId(), List.of())));
    }

    /** The same for promises of which only now is told. */
    void known(Collection<ContractSigned> signed, Collection<String> fresh) {
        List<UUID> orderIds = signed.stream()
                .map(ContractSigned::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, List<String>> promised = contracts.ofOrders(orderIds);
        Map<String, ObligationAct> acts = new LinkedHashMap<>();
        database.query("select * from order_cancellation where order_id = any(?)", orderIds)
                .list(Told::of)
                .forEach(told -> acts.putAll(endings(
                        told,
                        promised.getOrDefault(told.orderId(), List.of()).stream()
                                .filter(fresh::contains)
                                .toList())));
        obligations.act(acts);
    }

    private record Told(UUID orderId, UUID eventId, LocalDate day, String reason, LocalDate toldOn) {

        static Told of(Row row) {
            return new Told(
                    row.uuid("order_id"),
                    row.uuid("event_id"),
                    row.date("effective_date"),
                    row.text("reason"),
                    row.date("told_on"));
        }
    }

    /** An order is cancelled for good, so it counts as an act of a person, which no subscription takes back. */
    private Map<String, ObligationAct> endings(Told told, List<String> promises) {
        Map<String, ObligationAct> acts = new LinkedHashMap<>();
        for (String id : promises) {
            acts.put(
                    id,
                    ObligationAct.ending(
                            EventIds.derived(told.eventId(), "CANCELLED:" + id),
                            told.day(),
                            told.reason(),
                            "order",
                            clock.now(),
                            told.toldOn()));
        }
        return acts;
    }

    private static String reason(OrderCancelled cancelled) {
        String because = cancelled.reason() == null ? "" : ": " + cancelled.reason();
        return "Order " + cancelled.orderNumber() + " cancelled" + because;
    }
}
