package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** What was turned away, each offered value once with how often it came. */
@Dependent
class RejectedChanges {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    RejectedChanges(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(RejectedChange change, String owner) {
        database.update(
                """
                insert into rejected_change (customer_id, attribute, system, owner, kept, offered, offered_hash, first_at, last_at,
                                             actor, correlation_id)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, md5(?), ?, ?, ?, ?)
                on conflict (customer_id, attribute, system, offered_hash) do update
                  set times = rejected_change.times + 1, last_at = excluded.last_at, kept = excluded.kept,
                      owner = excluded.owner
                """,
                change.customerId(),
                change.attribute(),
                change.system(),
                owner,
                json(change.kept()),
                json(change.offered()),
                String.valueOf(json(change.offered())),
                clock.now(),
                clock.now(),
                Correlation.current().actor(),
                Correlation.current().correlationId());
    }

    Page<OwnershipJson.Rejected> list(UUID customerId, String system, String cursor, Integer limit) {
        int size = Page.size(limit);
        return Page.of(
                database.query(
                                """
                                select * from rejected_change
                                where seq > ? and (?::uuid is null or customer_id = ?) and (?::text is null or system = ?)
                                order by seq limit ?
                                """,
                                Cursor.toLong(cursor),
                                customerId,
                                customerId,
                                system,
                                system,
                                size + 1)
                        .list(OwnershipJson.Rejected::read),
                size,
                change -> Cursor.of(change.seq()));
    }

    private static String json(JsonNode value) {
        return value == null ? null : Json.write(value);
    }
}
