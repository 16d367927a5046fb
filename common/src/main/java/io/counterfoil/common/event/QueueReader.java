package io.counterfoil.common.event;

import io.counterfoil.common.health.Heartbeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Reads one queue: drains what is there up to a batch, emits it, and acknowledges after the consumer has committed.
 *
 * <p>A batch is emitted again, in its order, until it is taken: the inbox parks what is refused, so only a technical
 * failure comes back here. A message that is redelivered after a crash is absorbed by the inbox.
 */
final class QueueReader implements Subscription {

    private static final long RECEIVE_MILLIS = 1000;

    /** So long a batch waits for what comes right behind: one commit for a few is cheaper than one for each. */
    private static final long LINGER_MILLIS = 5;

    private final String queue;
    private final int batchSize;
    private final Subscriber<? super Message<EventBatch>> subscriber;
    private final Broker broker;
    private final Heartbeat heartbeat;
    private final Supplier<Set<String>> wanted;
    private final Semaphore demand = new Semaphore(0);
    private volatile boolean cancelled;

    private ClientSession session;
    private ClientConsumer consumer;

    QueueReader(
            String queue,
            int batchSize,
            Subscriber<? super Message<EventBatch>> subscriber,
            Broker broker,
            Heartbeat heartbeat,
            Supplier<Set<String>> wanted) {
        this.queue = queue;
        this.batchSize = batchSize;
        this.subscriber = subscriber;
        this.broker = broker;
        this.heartbeat = heartbeat;
        this.wanted = wanted;
    }

    @Override
    public void request(long n) {
        demand.release((int) Math.min(n, Integer.MAX_VALUE / 2 - demand.availablePermits()));
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    /** The name of the loop that reads a queue. */
    static String loopOf(String queue) {
        return "queue:" + queue;
    }

    void loop() {
        heartbeat.loop(loopOf(queue), Duration.ofMillis(1), this::turn);
        disconnect();
    }

    /** One batch, or a second's wait for one. */
    private boolean turn() {
        if (cancelled) {
            throw new IllegalStateException("the channel of " + queue + " was cancelled");
        }
        try {
            connect();
            ClientMessage first = consumer.receive(RECEIVE_MILLIS);
            if (first != null) {
                take(drain(first));
            }
            return true;
        } catch (ActiveMQException e) {
            disconnect();
            throw new OutboxRelay.BrokerAway(e);
        } catch (RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    /**
     * What has arrived, and what arrives within a moment. Whether there is more is never asked: the broker sends ahead by
     * itself, and the question would be a round trip for each batch.
     */
    private List<ClientMessage> drain(ClientMessage first) throws ActiveMQException {
        List<ClientMessage> messages = new ArrayList<>();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        for (ClientMessage next = first; next != null; next = messages.size() < batchSize ? nextBefore(until) : null) {
            messages.add(next);
        }
        return messages;
    }

    /** The shortest wait is a millisecond, for none at all means for ever. */
    private ClientMessage nextBefore(long until) throws ActiveMQException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        return consumer.receive(Math.max(1, left));
    }

    private void take(List<ClientMessage> messages) throws ActiveMQException {
        List<Envelope> events = messages.stream().map(WireEvent::read).toList();
        emit(new EventBatch(queue, events));
        messages.get(messages.size() - 1).acknowledge(); // cumulative: all up to this one
        session.commit();
    }

    private void emit(EventBatch batch) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        Message<EventBatch> message = Message.of(
                batch,
                () -> {
                    taken.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    taken.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                });
        try {
            while (!demand.tryAcquire(RECEIVE_MILLIS, TimeUnit.MILLISECONDS)) {
                heartbeat.beat(loopOf(queue));
            }
            subscriber.onNext(message);
            taken.get();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + batch.events().size() + " events of " + queue + " were taken", end);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(queue + ": " + failed.getCause(), failed.getCause());
        }
    }

    private void connect() throws ActiveMQException {
        if (session == null || session.isClosed() || consumer.isClosed()) {
            disconnect();
            session = broker.session();
            Broker.requireQueue(session, queue);
            SimpleString name = SimpleString.of(queue);
            QueueFilter.requireAll(queue, session.queueQuery(name).getFilterString(), wanted.get());
            consumer = session.createConsumer(name);
        }
    }

    private void disconnect() {
        if (session != null) {
            try {
                session.close();
            } catch (ActiveMQException alreadyGone) {
                heartbeat.failed(loopOf(queue), alreadyGone);
            }
            session = null;
        }
    }
}
