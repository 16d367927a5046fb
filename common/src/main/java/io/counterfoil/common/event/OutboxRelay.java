package io.counterfoil.common.event;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.health.Heartbeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends what the outbox holds, in batches, in the order of positions.
 *
 * <p>Each turn is one transaction: it sends the positions that were given before and notes the last of them once the broker
 * has committed, then gives the next positions and sequences to rows that have none. So what is sent was placed by an
 * earlier transaction, and a position never belongs to two events, even after a crash. An advisory lock lets one replica
 * work at a time. Killed between the broker's commit and the note, the batch goes out again and the inboxes absorb it.
 * Sequence order of rows is not commit order, so nothing is remembered as "the last row": what has no position is asked for.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final String LOOP = "outbox-relay";
    private static final int BATCH = 500;
    private static final long LOCK = 0x0007_B0C5L;

    private static final String PLACE =
            """
            with todo as (
              select seq, subject from outbox where position is null order by seq limit ?
            ), placed as (
              select seq, subject,
                     row_number() over (order by seq) as nth,
                     row_number() over (partition by subject order by seq) as nth_of_subject
              from todo
            ), counter as (
              update outbox_position set position = position + (select count(*) from todo)
              where exists (select 1 from todo)
              returning position - (select count(*) from todo) as base
            )
            update outbox o
            set position = counter.base + placed.nth,
                sequence = placed.nth_of_subject + coalesce(
                  (select before.sequence from outbox before
                   where before.subject = placed.subject and before.sequence is not null
                   order by before.sequence desc limit 1), 0)
            from placed, counter
            where o.seq = placed.seq
            """;

    private static final String UNSENT =
            """
            select event_id, type, subject, occurred_at, correlation_id, causation_id, sequence, position, partition_key,
                   legal_entity, actor, trace_parent, data
            from outbox where position is not null and position > (select sent from outbox_position)
            order by position limit ?
            """;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    Broker broker;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Precedence precedence;

    /** The producing context, such as {@code billing}: source {@code /billing}, address {@code billing.events}. */
    @Inject
    @ConfigProperty(name = "event.context")
    String context;

    private ClientSession session;
    private ClientProducer producer;

    /** Runs for the life of the application; started by the lifecycle. */
    public void loop() {
        heartbeat.loop(LOOP, Duration.ofSeconds(1), this::relayOnce);
        disconnect();
    }

    void wake(@Observes Outbox.FactsCommitted facts) {
        heartbeat.wake(LOOP);
    }

    private boolean relayOnce() {
        try {
            connect();
            if (precedence.isTaken()) {
                return false;
            }
            return transactions.fresh(() -> alone() && turn());
        } catch (ActiveMQException e) {
            disconnect();
            throw new BrokerAway(e);
        } catch (RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    /** Whether there is more to do: what was given its place now is sent by the next turn. Else a commit wakes the loop. */
    private boolean turn() {
        int sent = send();
        return database.update(PLACE, BATCH) > 0 || sent == BATCH;
    }

    private boolean alone() {
        return database.query("select pg_try_advisory_xact_lock(?) as mine", LOCK)
                .one(row -> row.bool("mine"))
                .orElse(false);
    }

    private int send() {
        List<Envelope> batch = database.query(UNSENT, BATCH).list(row -> WireEvent.fromOutbox(row, "/" + context));
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            for (Envelope event : batch) {
                producer.send(WireEvent.message(session, event));
            }
            session.commit();
        } catch (ActiveMQException e) {
            throw new BrokerAway(e);
        }
        database.update(
                "update outbox_position set sent = ?",
                batch.get(batch.size() - 1).position());
        return batch.size();
    }

    private void connect() throws ActiveMQException {
        if (session == null || session.isClosed()) {
            session = broker.session();
            producer = session.createProducer(context + ".events");
        }
    }

    private void disconnect() {
        if (session != null) {
            try {
                session.close();
            } catch (ActiveMQException alreadyGone) {
                heartbeat.failed(LOOP, alreadyGone);
            }
            session = null;
        }
    }

    /** The broker can't be reached or did not commit: what is unsent stays unsent. */
    static final class BrokerAway extends IllegalStateException {
        BrokerAway(ActiveMQException cause) {
            super("broker: " + cause.getMessage(), cause);
        }
    }
}
