package io.counterfoil.common.event;

import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.health.Lifecycle;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.reactivestreams.Publisher;

/**
 * MicroProfile Reactive Messaging on Artemis, incoming side: a channel reads one queue ({@code .queue}) in batches of up
 * to {@code .batch} messages (200), each emission one {@link EventBatch}.
 *
 * <p>There is no outgoing side: facts leave by the outbox, whose relay speaks to the broker itself.
 */
@ApplicationScoped
@Connector(ArtemisConnector.NAME)
public class ArtemisConnector implements IncomingConnectorFactory {

    public static final String NAME = "counterfoil-artemis";

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Broker broker;

    @Inject
    EventDispatch dispatch;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Heartbeat heartbeat;

    @Override
    public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config channel) {
        String queue = channel.getValue("queue", String.class);
        int batch = channel.getOptionalValue("batch", Integer.class).orElse(200);
        Publisher<Message<EventBatch>> publisher = subscriber -> {
            QueueReader reader = new QueueReader(queue, batch, subscriber, broker, heartbeat, dispatch::types);
            subscriber.onSubscribe(reader);
            threads.newThread(() -> readWhenReady(reader)).start();
        };
        return ReactiveStreams.fromPublisher(publisher);
    }

    private void readWhenReady(QueueReader reader) {
        try {
            lifecycle.awaitReady();
            reader.loop();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
