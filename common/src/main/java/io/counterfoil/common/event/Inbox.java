package io.counterfoil.common.event;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.telemetry.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The only way in for a fact: a row for each (consumer, event) in the transaction of its effect, so that a repeat has
 * none.
 *
 * <p>A batch is one transaction. When it fails it is rolled back and its events are taken one by one, each in its own: a
 * refusal is parked with its bytes and the others go on; a technical failure is tried again in place, so that order
 * holds, for as long as it takes.
 */
@ApplicationScoped
public class Inbox {

    /** The type given to a message that is no event of ours. */
    static final String POISON = "unreadable";

    private static final Logger LOG = Logger.getLogger(Inbox.class.getName());
    private static final String INSERT =
            """
            insert into inbox (consumer, event_id, source, position)
            select ?, e.id, e.source, e.position from unnest(?::uuid[], ?::text[], ?::bigint[]) as e(id, source, position)
            on conflict do nothing
            returning event_id
            """;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    EventDispatch dispatch;

    @Inject
    EventParking parking;

    @Inject
    Metrics metrics;

    @Inject
    Heartbeat heartbeat;

    /** Takes the batch: when this returns, every event of it has its effect or is parked. */
    public void take(EventBatch batch) {
        try {
            transactions.fresh(() -> takeFresh(batch.consumer(), batch.events()));
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.FINE,
                    failed,
                    () -> batch.consumer() + ": batch of " + batch.events().size() + " failed, one by one now");
            batch.events().forEach(event -> takeOne(batch.consumer(), event));
        }
    }

    private void takeOne(String consumer, Envelope event) {
        Retry retry = new Retry(consumer, event);
        while (true) {
            heartbeat.beat(QueueReader.loopOf(consumer)); // who waits for the database is alive
            try {
                transactions.fresh(() -> takeFresh(consumer, List.of(event)));
                return;
            } catch (RuntimeException failed) {
                Refusal refusal = retry.refusalOrPause(failed);
                if (refusal != null && parked(consumer, event, refusal, retry)) {
                    return;
                }
            }
        }
    }

    private boolean parked(String consumer, Envelope event, Refusal refusal, Retry retry) {
        try {
            transactions.fresh(() -> {
                if (!insertRows(consumer, List.of(event)).isEmpty()) {
                    parking.park(consumer, event, refusal);
                }
            });
            return true;
        } catch (RuntimeException failed) {
            retry.pause(failed);
            return false;
        }
    }

    private void takeFresh(String consumer, List<Envelope> events) {
        Set<UUID> fresh = insertRows(consumer, events);
        metrics.count("counterfoil_inbox_duplicates_total", "source", consumer, events.size() - fresh.size());
        List<Envelope> todo =
                events.stream().filter(event -> fresh.remove(event.id())).toList();
        dispatch.handle(parking.behindOpenExceptions(consumer, todo));
    }

    private Set<UUID> insertRows(String consumer, List<Envelope> events) {
        return new HashSet<>(database.query(
                        INSERT,
                        consumer,
                        events.stream().map(Envelope::id).toList(),
                        events.stream().map(Envelope::source).toList(),
                        events.stream().map(Envelope::position).toList())
                .list(row -> row.uuid("event_id")));
    }

    /** The highest position of the source such that it and all before it were taken or parked; 0 before the first. */
    public long watermark(String consumer) {
        return transactions.fresh(() -> {
            long known = database.query("select position from inbox_watermark where consumer = ?", consumer)
                    .one(row -> row.longValue("position"))
                    .orElse(0L);
            long reached = database.query(CONTIGUOUS, known, consumer, known, known)
                    .one(row -> row.longValue("reached"))
                    .orElse(known);
            if (reached > known) {
                database.update(
                        """
                        insert into inbox_watermark (consumer, position) values (?, ?)
                        on conflict (consumer) do update set position = greatest(inbox_watermark.position, excluded.position)
                        """,
                        consumer,
                        reached);
            }
            return reached;
        });
    }

    /** Dense positions: the nth row after the known one has position known + n, up to the first gap. */
    private static final String CONTIGUOUS =
            """
            select coalesce(max(position), ?) as reached from (
              select position, row_number() over (order by position) as nth
              from inbox where consumer = ? and position > ?
            ) taken where position = ? + nth
            """;
}
