package io.counterfoil.billing.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The items that wait for the next invoice of their agreement. Who claims them bills them in the same transaction. */
@Dependent
public class PendingItems {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    PendingItems(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets items wait; one that waits already is not added again. */
    public void add(List<BillableItem> items) {
        database.batch(
                """
                insert into pending_item (item_id, agreement_id, due_on, item) values (?, ?, ?, ?::jsonb)
                on conflict (item_id) do nothing
                """,
                items.stream()
                        .map(item -> new Object[] {item.itemId(), item.agreementId(), item.dueOn(), Json.write(item)})
                        .toList());
    }

    /** Keeps items that are billed on their own day, by themselves if nothing else is billed then. */
    public void addForTheirDay(List<BillableItem> items) {
        database.batch(
                """
                insert into pending_item (item_id, agreement_id, due_on, bill_on, item) values (?, ?, ?, ?, ?::jsonb)
                on conflict (item_id) do nothing
                """,
                items.stream()
                        .map(item -> new Object[] {
                            item.itemId(), item.agreementId(), item.dueOn(), item.dueOn(), Json.write(item)
                        })
                        .toList());
    }

    /** Forgets what the timeline of a subscription had waiting: a change reckons it anew. Answers what was due by the day. */
    public List<UUID> forget(UUID agreementId, UUID subscriptionId, LocalDate day) {
        return database.query(
                        """
                        with gone as (delete from pending_item where agreement_id = ? and item ->> 'subscriptionId' = ?
                            and item ->> 'type' in ('RECURRING', 'REPAIR') returning *)
                        select item_id from gone where due_on <= ? order by due_on, item_id
                        """,
                        agreementId,
                        subscriptionId.toString(),
                        day)
                .list(row -> row.uuid("item_id"));
    }

    /** True for what a timeline gives, and nobody else. */
    public static boolean isReckoned(BillableItem item) {
        return item.type() == ItemType.RECURRING || item.type() == ItemType.REPAIR;
    }

    /** True for what a change has made due, and is earned while it waits under its own id alone. */
    public static boolean isEarnedWaiting(BillableItem item) {
        return (isReckoned(item) || item.type() == ItemType.ONE_TIME)
                && item.accrualIds().isEmpty();
    }

    /** Agreements of an entity with something that is billed by a day even if nothing else is; its customer decides which day it is. */
    public List<UUID> agreementsDue(String legalEntityId, LocalDate day, int limit) {
        return database.query(
                        """
                        select distinct p.agreement_id from pending_item p join agreement a using (agreement_id)
                          join legal_entity e using (legal_entity_id)
                         where a.legal_entity_id = ? and p.bill_on <= case when a.time_zone is null then ?::date
                               else (greatest(?, ?::date::timestamp at time zone e.time_zone) at time zone a.time_zone)::date end
                           and not exists (select 1 from order_charge c where c.agreement_id = p.agreement_id and c.held)
                         limit ?
                        """,
                        legalEntityId,
                        day,
                        clock.now(),
                        day,
                        limit)
                .list(row -> row.uuid("agreement_id"));
    }

    /** The next day on which something is billed even if nothing else is, by legal entity. */
    public Map<String, LocalDate> nextDays() {
        return database
                .query(
                        """
                        select a.legal_entity_id, min(p.bill_on) as next from pending_item p
                          join agreement a using (agreement_id)
                         where p.bill_on is not null and a.time_zone is null
                           and not exists (select 1 from order_charge c where c.agreement_id = p.agreement_id and c.held)
                         group by a.legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The next moment at which such a day begins for a customer in a time zone of its own. */
    public Optional<Instant> nextElsewhere() {
        return database.query(
                        """
                        select next from (
                            select min(p.bill_on::timestamp at time zone a.time_zone) as next from pending_item p
                              join agreement a using (agreement_id)
                             where p.bill_on is not null and a.time_zone is not null
                               and not exists (select 1 from order_charge c where c.agreement_id = p.agreement_id and c.held)) n
                         where next is not null
                        """)
                .one(row -> row.instant("next"));
    }

    /** Takes out what waits for these agreements and may be billed by the day, by agreement. */
    public Map<UUID, List<BillableItem>> claim(Collection<UUID> agreementIds, LocalDate throughDay) {
        return database
                .query(
                        """
                        with taken as (delete from pending_item where agreement_id = any(?) and due_on <= ? returning *)
                        select item from taken order by due_on, item_id
                        """,
                        agreementIds,
                        throughDay)
                .list(row -> read(row.text("item")).havingWaited())
                .stream()
                .collect(Collectors.groupingBy(BillableItem::agreementId));
    }

    /** Takes out what an agreement has for its day even if nothing else is billed. */
    public List<BillableItem> claimOnTheirDay(UUID agreementId, LocalDate day) {
        return database.query(
                        """
                        with taken as (delete from pending_item where agreement_id = ? and bill_on <= ? returning *)
                        select item from taken order by due_on, item_id
                        """,
                        agreementId,
                        day)
                .list(row -> read(row.text("item")).havingWaited());
    }

    /** What waits for an agreement, in the order in which it may be billed. */
    public List<BillableItem> of(UUID agreementId) {
        return database.query(
                        "select item from pending_item where agreement_id = ? order by due_on, item_id", agreementId)
                .list(row -> read(row.text("item")));
    }

    private static BillableItem read(String json) {
        try {
            return Json.lenient().readValue(json, BillableItem.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a pending item can't be read", corrupt);
        }
    }
}
