package io.counterfoil.ledger.accrual;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.ledger.schedule.ServicePeriod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All lines that wait for their invoice, and what became of them. */
@Dependent
class PendingLines {

    private static final String WAITING = "select p.*, o.held_from, o.ends_on, o.lifted_on from pending_line p"
            + " left join obligation_standing o on o.obligation_id = p.performance_obligation_id"
            + " where billed_on is null and dropped_on is null ";

    private static final String TELL =
            """
            insert into pending_line as p (item_id, subscription_id, legal_entity_id, customer_id, contract_id, order_id,
                performance_obligation_id, product_id, revenue_treatment, currency, net_minor, start_date, end_date, told_on,
                source_position, correlation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id) do update set dropped_on = null, source_position = excluded.source_position,
                net_minor = excluded.net_minor,
                start_date = case when excluded.revenue_treatment = 'OVER_TIME_DAILY' then excluded.start_date else p.start_date end,
                end_date = case when excluded.revenue_treatment = 'OVER_TIME_DAILY' then excluded.end_date else p.end_date end,
                told_on = case
                    when p.dropped_on is null and p.net_minor = excluded.net_minor
                         and (excluded.revenue_treatment is distinct from 'OVER_TIME_DAILY'
                              or (p.start_date, p.end_date) = (excluded.start_date, excluded.end_date))
                    then p.told_on else excluded.told_on end
            where p.billed_on is null
            """;

    private final Database database;

    @Inject
    PendingLines(Database database) {
        this.database = database;
    }

    /** Keeps what changes tell of; a line that was there before is there again as it is told now, one that was billed stays billed. */
    void tell(Collection<ToldChange> told) {
        List<Object[]> rows = new ArrayList<>();
        told.forEach(each -> each.changed().pendingLines().forEach(line -> rows.add(row(each, line))));
        database.batch(TELL, rows);
    }

    private static Object[] row(ToldChange told, SubscriptionChanged.Line line) {
        SubscriptionChanged changed = told.changed();
        ServicePeriod days = line.days(told.day());
        return new Object[] {
            line.itemId(),
            changed.subscriptionId(),
            changed.legalEntityId(),
            changed.customerId(),
            changed.contractId(),
            changed.orderId(),
            line.performanceObligationId(),
            line.productId(),
            line.revenueTreatment(),
            line.netAmount().currency(),
            line.netAmount().minor(),
            days.start(),
            days.end(),
            told.day(),
            told.event().position(),
            told.event().correlationId()
        };
    }

    /** By subscription, what earlier changes told of and waits. */
    Map<UUID, List<PendingLine>> lockTold(Map<UUID, ToldChange> told) {
        Map<UUID, List<PendingLine>> waiting = new LinkedHashMap<>();
        database.query(WAITING + "and subscription_id = any(?) order by ordinal for update of p", told.keySet())
                .list(row -> {
                    UUID subscriptionId = row.uuid("subscription_id");
                    PendingLine line = read(row);
                    if (line.sourcePosition() < told.get(subscriptionId).event().position()) {
                        waiting.computeIfAbsent(subscriptionId, id -> new ArrayList<>())
                                .add(line);
                    }
                    return line;
                });
        return waiting;
    }

    /** Those subscriptions of which a later change was told before. */
    List<UUID> outdated(Map<UUID, ToldChange> told) {
        return database.query(
                        """
                        select t.id from unnest(?::uuid[], ?::bigint[]) as t(id, position)
                        where exists (select from pending_line p where p.subscription_id = t.id and p.source_position > t.position)
                        """,
                        List.copyOf(told.keySet()),
                        told.values().stream()
                                .map(each -> each.event().position())
                                .toList())
                .list(row -> row.uuid("id"));
    }

    List<PendingLine> lockWaiting(Collection<UUID> itemIds) {
        return database.query(WAITING + "and item_id = any(?) order by ordinal for update of p", itemIds)
                .list(PendingLines::read);
    }

    /** Some of which something is earned through the day and not accrued. */
    List<PendingLine> lockDue(String legalEntityId, LocalDate through, int limit) {
        return database.query(
                        WAITING
                                + """
                                and (?::text is null or legal_entity_id = ?) and start_date <= ? and told_on <= ?
                                and (accrued_until is null or accrued_until < least(end_date, ?::date + 1))
                                and (o.held_from is null or o.held_from > coalesce(accrued_until, start_date) or o.ends_on <= ?)
                                order by ordinal limit ? for update of p
                                """,
                        legalEntityId,
                        legalEntityId,
                        through,
                        through,
                        through,
                        through,
                        limit)
                .list(PendingLines::read);
    }

    /** How far lines are accrued: each as minor units, day, revision and item. */
    void accrued(List<Object[]> rows) {
        database.batch(
                "update pending_line set accrued_minor = ?, accrued_until = ?, revision = ? where item_id = ?", rows);
    }

    void dropped(Map<UUID, LocalDate> days) {
        database.batch(
                "update pending_line set dropped_on = ? where item_id = ?",
                days.entrySet().stream()
                        .map(each -> new Object[] {each.getValue(), each.getKey()})
                        .toList());
    }

    /** They are billed, whether they were told of before or not. */
    void billed(Map<UUID, LocalDate> days) {
        database.batch(
                "insert into pending_line (item_id, billed_on) values (?, ?)"
                        + " on conflict (item_id) do update set billed_on = excluded.billed_on",
                days.entrySet().stream()
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toList());
    }

    /** Until when they are accrued. */
    Map<UUID, LocalDate> untils(Collection<UUID> itemIds) {
        Map<UUID, LocalDate> untils = new HashMap<>();
        database.query(
                        "select item_id, accrued_until from pending_line where item_id = any(?) and accrued_until is not null",
                        itemIds)
                .list(row -> untils.put(row.uuid("item_id"), row.date("accrued_until")));
        return untils;
    }

    private static PendingLine read(Row row) {
        return new PendingLine(
                row.uuid("item_id"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.uuid("order_id"),
                row.text("product_id"),
                row.text("revenue_treatment"),
                row.money("net_minor", "currency"),
                new ServicePeriod(row.date("start_date"), row.date("end_date")),
                row.date("told_on"),
                row.longValue("source_position"),
                row.text("correlation_id"),
                row.money("accrued_minor", "currency"),
                row.date("accrued_until"),
                row.longValue("revision"),
                row.date("held_from"),
                row.date("ends_on"),
                row.date("lifted_on"));
    }
}
