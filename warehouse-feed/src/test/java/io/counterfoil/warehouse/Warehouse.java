package io.counterfoil.warehouse;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The warehouse without a container: its real beans on a real PostgreSQL, fed through the real inbox. */
public final class Warehouse {

    public final TestPostgres postgres = TestPostgres.migrated();
    public final Database database = postgres.database();
    public final TestBeans beans;

    public Warehouse() {
        beans = TestBeans.on(postgres).setting("event.context", "warehouse");
        for (String follower : List.of("lineage.Lineage", "fact.LoadFacts", "feed.KeepEvents")) {
            beans.with(bean(follower));
        }
    }

    /** The one instance of a class of the warehouse, which may be package-private. */
    public Object bean(String name) {
        try {
            return beans.get(Class.forName("io.counterfoil.warehouse." + name));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As the connector does: each event by the queue of its source. */
    public void take(List<Envelope> events) {
        Map<String, List<Envelope>> bySource = new TreeMap<>();
        events.forEach(event -> bySource.computeIfAbsent(event.source(), s -> new java.util.ArrayList<>())
                .add(event));
        bySource.forEach((source, batch) ->
                beans.get(Inbox.class).take(new EventBatch("warehouse." + source.substring(1) + "-events", batch)));
    }

    public void take(Envelope... events) {
        take(List.of(events));
    }

    public long count(String table) {
        return database.query("select count(*) as n from " + table)
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }
}
