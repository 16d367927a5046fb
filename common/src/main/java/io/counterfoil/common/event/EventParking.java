package io.counterfoil.common.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parks events, keeps the followers of a parked subject behind it in order, and gives them back for a replay. */
@ApplicationScoped
public class EventParking {

    private static final String CONTENT_TYPE = "application/json";

    @Inject
    Database database;

    @Inject
    Troubles troubles;

    @Inject
    EventDispatch dispatch;

    /** Parks the event with the reason and tells its handlers, in the caller's transaction. */
    void park(String consumer, Envelope event, Refusal refusal) {
        troubles.park(parked(
                consumer, event, refusal.trouble(), refusal.code(), refusal.getMessage(), refusal.remedy(), null));
        dispatch.parked(event, refusal);
    }

    /**
     * Parks those whose subject has an open exception and that came after it, and returns the others. The rows are locked, so that a replay of
     * the same subject and the arrival of its next event can't pass each other.
     */
    List<Envelope> behindOpenExceptions(String consumer, List<Envelope> events) {
        if (events.isEmpty()) {
            return events;
        }
        Map<String, Head> open = new HashMap<>();
        database.query(
                        """
                        select id, subject, (attributes::jsonb ->> 'sequence')::bigint as sequence from exception
                        where origin = ? and subject = any(?) and state in ('OPEN', 'ASSIGNED')
                        order by coalesce((attributes::jsonb ->> 'sequence')::bigint, 0), seq for update
                        """,
                        consumer,
                        events.stream().map(Envelope::subject).distinct().toList())
                .list(row ->
                        open.putIfAbsent(row.text("subject"), new Head(row.uuid("id"), row.longOrNull("sequence"))));
        if (open.isEmpty()) {
            return events;
        }
        List<Envelope> free = new ArrayList<>();
        for (Envelope event : events) {
            Head head = open.get(event.subject());
            if (head != null && !head.cameBefore(event)) {
                parkBehind(consumer, event, head.id());
            } else {
                free.add(event);
            }
        }
        return free;
    }

    /** The first that is parked of a subject. */
    private record Head(UUID id, Long sequence) {

        /** What lies before it in the subject's history is no follower: it may be what the parked one waits for. */
        boolean cameBefore(Envelope event) {
            return sequence != null && event.sequence() < sequence;
        }
    }

    private void parkBehind(String consumer, Envelope event, UUID head) {
        troubles.park(parked(
                consumer,
                event,
                TroubleClass.DUPLICATE_CONFLICT,
                "waits-for-another",
                "An earlier event of the same subject is parked: exception " + head,
                "Resolve that exception; this one follows by itself.",
                head));
    }

    /** The event of a parked exception, with its edited data where two people have edited it. */
    public static Envelope event(Trouble trouble) {
        Attributes kept = attributes(trouble);
        return new Envelope(
                trouble.eventId(),
                kept.type(),
                kept.source(),
                trouble.subject(),
                kept.time(),
                trouble.correlationId(),
                kept.causationId(),
                kept.sequence(),
                kept.position(),
                kept.partitionKey(),
                kept.legalEntity(),
                kept.actor(),
                trouble.traceParent(),
                trouble.effectiveBody());
    }

    private static Parked parked(
            String consumer,
            Envelope event,
            TroubleClass trouble,
            String code,
            String reason,
            String remedy,
            UUID head) {
        Attributes attributes = new Attributes(
                event.type(),
                event.source(),
                event.time(),
                event.causationId(),
                event.sequence(),
                event.position(),
                event.partitionKey(),
                event.legalEntity(),
                event.actor());
        return new Parked(
                consumer,
                trouble,
                code,
                event.subject(),
                reason,
                remedy,
                event.correlationId(),
                event.traceParent(),
                CONTENT_TYPE,
                event.data(),
                Json.write(attributes),
                event.id(),
                head,
                null);
    }

    private static Attributes attributes(Trouble trouble) {
        try {
            return Json.lenient().readValue(trouble.attributes(), Attributes.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("exception " + trouble.id() + " has no readable attributes", corrupt);
        }
    }

    private record Attributes(
            String type,
            String source,
            Instant time,
            String causationId,
            long sequence,
            long position,
            String partitionKey,
            String legalEntity,
            String actor) {}
}
