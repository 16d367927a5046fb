package io.counterfoil.customer.merging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities.Link;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every merge there was, undone or not. */
@Dependent
class Merges {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Merges(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Merge merge, String reason) {
        database.update(
                """
                insert into customer_merge (id, customer_id, survivor_id, state, by_dunning, suspended_version, moved_references, links,
                                            attributes, survivor_before, survivor_after, merged_at, merged_by, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)
                """,
                merge.mergeId(),
                merge.customerId(),
                merge.survivorId(),
                merge.state(),
                merge.byDunning(),
                merge.suspendedVersion(),
                Json.write(merge.references()),
                Json.write(merge.links()),
                Json.write(merge.attributes()),
                Json.write(merge.survivorBefore()),
                Json.write(merge.survivorAfter()),
                clock.now(),
                Correlation.current().actor(),
                reason);
    }

    /** The merge in which the customer lives now; empty where it is not merged. */
    Optional<Merge> standing(UUID customerId) {
        return database.query("select * from customer_merge where customer_id = ? and unmerged_at is null", customerId)
                .one(Merges::read);
    }

    void undone(UUID mergeId, String reason) {
        database.update(
                "update customer_merge set unmerged_at = ?, unmerged_by = ?, unmerge_reason = ? where id = ?",
                clock.now(),
                Correlation.current().actor(),
                reason,
                mergeId);
    }

    /** Those in which the customer had a part, oldest first. */
    Page<MergeJson.View> of(UUID customerId, String cursor, Integer limit) {
        int size = Page.size(limit);
        return Page.of(
                database.query(
                                """
                                select * from customer_merge where (customer_id = ? or survivor_id = ?) and seq > ?
                                order by seq limit ?
                                """,
                                customerId,
                                customerId,
                                Cursor.toLong(cursor),
                                size + 1)
                        .list(MergeJson.View::read),
                size,
                merge -> Cursor.of(merge.seq()));
    }

    private static Merge read(Row row) {
        return new Merge(
                row.uuid("id"),
                row.uuid("customer_id"),
                row.uuid("survivor_id"),
                CustomerState.valueOf(row.text("state")),
                row.bool("by_dunning"),
                row.longOrNull("suspended_version"),
                List.of(json(row.text("moved_references"), ExternalReference[].class)),
                List.of(json(row.text("links"), Link[].class)),
                json(row.text("attributes"), JsonNode.class),
                json(row.text("survivor_before"), JsonNode.class),
                json(row.text("survivor_after"), JsonNode.class));
    }

    private static <T> T json(String text, Class<T> type) {
        try {
            return Json.lenient().readValue(text, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a merge in the database is no JSON", corrupt);
        }
    }
}
