package io.counterfoil.warehouse.lineage;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.warehouse.feed.Archive;
import io.counterfoil.warehouse.feed.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The names of archived events, filled stretch by stretch, and the ways from a name to the events of its transaction. */
@ApplicationScoped
public class Lineage implements Archive.Follower {

    @Inject
    Database database;

    @Override
    public void follow(Stretch stretch) {
        List<Object[]> rows = new ArrayList<>();
        long position = stretch.after();
        for (Envelope event : stretch.events()) {
            long at = ++position;
            Names.in(event).forEach((name, kind) -> rows.add(new Object[] {name, at, kind}));
        }
        database.append("correlation_key", "key, archive_position, kind", rows);
    }

    /** The archive positions of the events that speak of the document, by id or number. */
    public List<Long> positionsOf(String document) {
        return database.query(
                        "select archive_position from correlation_key where key = ? order by archive_position",
                        document)
                .list(row -> row.longValue("archive_position"));
    }

    /** The archive positions of the whole business transaction behind an id, number, correlation id or trace id. */
    public List<Long> story(String id) {
        return database.query(STORY, id, id, id).list(row -> row.longValue("position"));
    }

    /**
     * From the name to the order, from the order to its documents, from the documents to all that was told of them. An event
     * that speaks of other orders only is another story, even where one payment settled both.
     */
    private static final String STORY =
            """
            with asked as (
                select archive_position as position from correlation_key where key = ?
                union select position from event where correlation_id = ?
                union select position from event where trace_id = ?
            ),
            near as (
                select distinct k.key, k.kind from correlation_key k join asked a on a.position = k.archive_position
            ),
            orders as (
                select key from near where kind = 'ORDER'
                union
                select far.key
                from near n
                join correlation_key via on via.key = n.key
                join correlation_key far on far.archive_position = via.archive_position and far.kind = 'ORDER'
                where n.kind <> 'ORDER' and not exists (select 1 from near where kind = 'ORDER')
            ),
            own as (
                select distinct k.archive_position as position from correlation_key k join orders o on o.key = k.key
            ),
            documents as (
                select k.key from correlation_key k join own o on o.position = k.archive_position
                where k.kind in ('CONTRACT', 'SUBSCRIPTION', 'INVOICE', 'PAYMENT')
                union
                select key from near where kind <> 'ORDER'
            ),
            told as (
                select position from own
                union select position from asked
                union select k.archive_position from correlation_key k join documents d on d.key = k.key
                union select e.position from event e
                where e.correlation_id in (
                    select c.correlation_id from event c join own o on o.position = c.position where c.source = '/order')
            )
            select t.position from told t
            where exists (select 1 from own o where o.position = t.position)
               or not exists (select 1 from correlation_key k where k.archive_position = t.position and k.kind = 'ORDER')
            order by t.position
            """;
}
