package io.counterfoil.billing.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The items that wait for the next invoice of their agreement. Who claims them bills them in the same transaction. */
@Dependent
public class PendingItems {

    private final Database database;

    @Inject
    PendingItems(Database database) {
        this.database = database;
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
                .list(row -> read(row.text("item")))
                .stream()
                .collect(Collectors.groupingBy(BillableItem::agreementId));
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
