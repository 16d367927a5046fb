package io.counterfoil.ledger.revenue;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.ledger.schedule.Method;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** By which method revenue is recognised: the product's, else the legal entity's, else by day. Versions are only added. */
@Dependent
class RevenuePolicies {

    private final Database database;
    private final Remembered remembered;

    @Inject
    RevenuePolicies(Database database, Remembered remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    /** How an amount is spread and where what can't be divided goes. */
    record Way(Method method, Method.Remainder remainder) {
        static final Way USUAL = new Way(Method.DAY, Method.Remainder.LAST);
    }

    /** The policies of some legal entities, read once. */
    record Opened(Map<String, Way> ways) {
        Way of(String legalEntityId, String productId) {
            Way ofEntity = ways.getOrDefault(legalEntityId + "/", Way.USUAL);
            return ways.getOrDefault(legalEntityId + "/" + productId, ofEntity);
        }
    }

    Opened open(Collection<String> legalEntityIds) {
        Map<String, Way> ways = new HashMap<>();
        remembered
                .<Map<String, Way>>of(RevenuePolicies.class, legalEntityIds, this::read)
                .values()
                .forEach(ways::putAll);
        return new Opened(ways);
    }

    private Map<String, Map<String, Way>> read(Set<String> legalEntityIds) {
        Map<String, Map<String, Way>> read = new HashMap<>();
        legalEntityIds.forEach(id -> read.put(id, new HashMap<>()));
        database.query(
                        """
                        select distinct on (legal_entity_id, product_id) * from revenue_policy
                        where legal_entity_id = any(?) order by legal_entity_id, product_id, ordinal desc
                        """,
                        legalEntityIds)
                .list(row -> read.get(row.text("legal_entity_id"))
                        .put(
                                row.text("legal_entity_id") + "/"
                                        + (row.text("product_id") == null ? "" : row.text("product_id")),
                                new Way(
                                        Method.valueOf(row.text("method")),
                                        Method.Remainder.valueOf(row.text("remainder")))));
        return read;
    }

    /** What is in force, the newest of each scope. */
    List<RevenuePolicyJson.Decided> of(String legalEntityId) {
        return new ArrayList<>(database.query(
                        """
                        select distinct on (product_id) * from revenue_policy where legal_entity_id = ?
                        order by product_id nulls first, ordinal desc
                        """,
                        legalEntityId)
                .list(row -> new RevenuePolicyJson.Decided(
                        row.text("product_id"),
                        Method.valueOf(row.text("method")),
                        Method.Remainder.valueOf(row.text("remainder")),
                        row.text("decided_by"),
                        row.instant("recorded_at"))));
    }

    void add(UUID id, String legalEntityId, RevenuePolicyJson.Request request, String by, Instant at) {
        database.update(
                """
                insert into revenue_policy (id, legal_entity_id, product_id, method, remainder, decided_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                id,
                legalEntityId,
                request.productId(),
                request.method(),
                request.remainder(),
                by,
                at);
        remembered.changed();
    }
}
