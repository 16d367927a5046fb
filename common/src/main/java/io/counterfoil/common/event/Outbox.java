package io.counterfoil.common.event;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The only way out for a fact: a row in the transaction of the change that it tells of. After the commit the relay is
 * woken; it sends the row, however often the process is killed meanwhile.
 */
@ApplicationScoped
public class Outbox {

    private static final String COLUMNS =
            "event_id, type, subject, partition_key, legal_entity, correlation_id, causation_id, actor,"
                    + " trace_parent, occurred_at, data";
    private static final int MANY = 20;
    private static final String TYPES = "uuid, text, text, text, text, text, text, text, text, timestamptz, text";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Event<FactsCommitted> committed;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** Puts the fact out under a new id. Refuses to work outside a transaction. */
    public UUID publish(Fact fact) {
        UUID id = EventIds.next();
        publish(fact, id);
        return id;
    }

    /** Puts the fact out under an id of the caller's, derived where a replay must give the same; a repeat is no event. */
    public void publish(Fact fact, UUID eventId) {
        publishAll(List.of(new Addressed(eventId, fact, Correlation.current(), Traces.currentParent())));
    }

    /** Puts many facts out in one statement, each with its own correlation. */
    public void publishAll(List<Addressed> facts) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a fact leaves only in the transaction of its change");
        }
        List<Object[]> rows = new ArrayList<>(facts.size());
        for (Addressed addressed : facts) {
            rows.add(row(addressed));
        }
        Gathering.add(Outbox.class, this::write, rows);
    }

    private void write(List<Object[]> rows) {
        append(rows);
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /** A set is copied in, without those that are there already; one after the other they come by a statement that passes them over. */
    private void append(List<Object[]> rows) {
        if (rows.size() < MANY) {
            database.appendNew("outbox", COLUMNS, TYPES, "event_id", rows);
            return;
        }
        Map<Object, Object[]> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.putIfAbsent(row[0], row));
        database.query("select event_id from outbox where event_id = any(?)", byId.keySet())
                .list(row -> byId.remove(row.uuid("event_id")));
        database.append("outbox", COLUMNS, List.copyOf(byId.values()));
    }

    private Object[] row(Addressed addressed) {
        Fact fact = addressed.fact();
        Correlation correlation = addressed.correlation();
        String data = Json.write(fact);
        if (addressed.traceParent() != null && addressed.traceParent().equals(Traces.currentParent())) {
            Traces.about(data);
        }
        return new Object[] {
            addressed.eventId(),
            fact.type(),
            fact.subject(),
            fact.partitionKey(),
            fact.legalEntity(),
            correlation.correlationId(),
            correlation.causationId(),
            correlation.actor(),
            addressed.traceParent(),
            clock.now(),
            data
        };
    }

    /** A fact with its id, the business transaction to which it belongs, and the span that it follows (may be null). */
    public record Addressed(UUID eventId, Fact fact, Correlation correlation, String traceParent) {

        /** A fact that follows from an event, for handlers that work by sets. */
        public static Addressed following(Envelope cause, Fact fact, UUID eventId) {
            return new Addressed(eventId, fact, EventDispatch.correlation(cause), cause.traceParent());
        }
    }

    /** Tells the relay that there may be something to send. */
    public record FactsCommitted() {}

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do before: the rows are the message
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                committed.fire(new FactsCommitted());
            }
        }
    }
}
