package io.counterfoil.warehouse.feed;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The archived events: appended in one order, read from any position. */
@ApplicationScoped
public class Archive {

    private static final String COLUMNS =
            "position, event_id, type, source, subject, sequence, source_position, occurred_at, correlation_id,"
                    + " causation_id, partition_key, legal_entity, actor, trace_parent, data, archived_at";

    /** What is derived from archived events: called with each new stretch, in the transaction that archived it. */
    public interface Follower {
        void follow(Stretch stretch);
    }

    @Inject
    Database database;

    /** The position of the youngest event; 0 while there is none. */
    public long head() {
        return database.query("select position from archive_head")
                .one(row -> row.longValue("position"))
                .orElse(0L);
    }

    /** Locks the head until the commit, so that positions become visible in their order, without gaps. */
    Stretch append(List<Envelope> events) {
        long last = database.query(
                        "update archive_head set position = position + ? returning position", (long) events.size())
                .one(row -> row.longValue("position"))
                .orElseThrow();
        long first = last - events.size();
        Instant now = SystemTime.now();
        List<Object[]> rows = new ArrayList<>(events.size());
        for (Envelope event : events) {
            rows.add(row(first + rows.size() + 1, event, now));
        }
        database.append("event", COLUMNS, rows);
        return new Stretch(
                first, last, events, events.stream().map(Envelope::type).collect(Collectors.toSet()));
    }

    private static Object[] row(long position, Envelope event, Instant now) {
        return new Object[] {
            position,
            event.id(),
            event.type(),
            event.source(),
            event.subject(),
            event.sequence(),
            event.position(),
            event.time(),
            event.correlationId(),
            event.causationId(),
            event.partitionKey(),
            event.legalEntity(),
            event.actor(),
            event.traceParent(),
            event.data(),
            now
        };
    }

    /** The events after a position that match the filter, oldest first. */
    List<ArchivedEvent> read(EventFilter filter, int limit) {
        return database.query(
                        """
                        select * from event
                        where position > ?
                          and (?::text is null or type = ?)
                          and (?::text is null or subject = ?)
                          and (?::text is null or correlation_id = ?)
                          and (?::boolean or event_id = any(?))
                        order by position limit ?
                        """,
                        filter.after(),
                        filter.type(),
                        filter.type(),
                        filter.subject(),
                        filter.subject(),
                        filter.correlationId(),
                        filter.correlationId(),
                        filter.ids().isEmpty(),
                        filter.ids(),
                        limit)
                .list(ArchivedEvent::read);
    }

    /** What of the archive is asked for; null, and no ids, mean any. */
    record EventFilter(long after, String type, String subject, String correlationId, List<UUID> ids) {

        EventFilter(long after, String type, String subject, String correlationId) {
            this(after, type, subject, correlationId, List.of());
        }
    }
}
